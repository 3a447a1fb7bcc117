"""A validated dataset → a release folder: the same bytes every time, whole or not at all.

Files are made from the source triples, sorted; a store that rewrites literals has no part in it.
"""

from __future__ import annotations

import ctypes
import fcntl
import gzip
import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from graph.build import Build
from graph.errors import OutputError
from graph.package import ONTOLOGY, SHAPES
from graph.serialize import (
    build_nquads,
    build_ntriples,
    find_prefixes,
    write_jsonld,
    write_oxigraph,
    write_turtle,
)
from graph.tables import write_parties, write_statements
from graph.triples import union
from graph.validate import read_shapes
from graph.views import find_facts

SUMS = "SHA256SUMS"
README = "README.txt"
AT_FDCWD = -100
RENAME_EXCHANGE = 2


def write_release(built: Build, out: Path) -> Path:
    """Write a release folder and return it; an earlier release in its place goes when it is whole.

    Raises:
        OutputError: the folder holds something else, is in use, or cannot be written.
    """
    out = out.absolute()
    _check(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with (
            _lock(out),
            tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as made,
        ):
            folder = Path(made) / out.name
            folder.mkdir()
            for name, data in build_files(built).items():
                (folder / name).write_bytes(data)
            _replace(folder, out)
    except OSError as error:
        raise OutputError(f"{out}: the release cannot be written: {error.strerror}") from error
    return out


def build_files(built: Build) -> dict[str, bytes]:
    """Return the files of a release by name, checksums last."""
    treaty, graphs = built.treaty, built.dataset
    whole = union(graphs.values())
    notice = _find_notice(built)
    prefixes = find_prefixes(whole, treaty.dataset.base)
    nquads = build_nquads(graphs, treaty.dataset.base)
    ntriples = build_ntriples(whole)
    comment = "".join(f"# {line}\n" for line in notice)
    texts = {
        "graph.ttl": write_turtle(whole, prefixes, notice),
        "graph.nt": comment + "".join(ntriples),
        "graph.rdf": write_oxigraph(ntriples, "xml", prefixes),
        "graph.nq": comment + "".join(nquads),
        "graph.trig": comment + write_oxigraph(nquads, "trig", prefixes),
        "graph.jsonld": write_jsonld(nquads, prefixes),
        "facts.ttl": write_turtle(find_facts(graphs, treaty), prefixes, notice),
        "parties.csv": write_parties(whole, treaty),
        "statements.csv": write_statements(whole, treaty),
        "ontology.ttl": ONTOLOGY.read_text("utf-8"),
        "shapes.ttl": write_turtle(read_shapes(SHAPES), prefixes, notice),
        "report.ttl": write_turtle(built.report.graph, prefixes, notice),
        "void.ttl": write_turtle(graphs["description"], prefixes, notice),
        README: _write_readme(built),
    }
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    for name in [name for name in files if name.startswith("graph.")]:
        files[f"{name}.gz"] = gzip.compress(files[name], mtime=0)
    files[SUMS] = _sum(files).encode("ascii")
    return files


def _find_notice(built: Build) -> list[str]:
    values = built.treaty.dataset
    return [
        f"{values.title}, release {values.version} of {values.issued}",
        f"Licence: {values.licence}",
        f"Attribution: {values.attribution}",
    ]


def _sum(files: Mapping[str, bytes]) -> str:
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(sorted(lines, key=lambda line: line[66:]))


FOR_WHOM: Mapping[str, str] = {
    "graph.ttl": "everything in Turtle, to load into any RDF tool",
    "graph.nt": "everything in N-Triples, sorted, to compare and to stream",
    "graph.rdf": "everything in RDF/XML, for tools that read nothing newer",
    "graph.nq": "everything in N-Quads, one named graph a licence, to load into a store",
    "graph.trig": "the same in TriG, to read",
    "graph.jsonld": "the same in JSON-LD, for web developers",
    "facts.ttl": "what is asserted, without the statements behind it",
    "parties.csv": "the Parties as a table",
    "statements.csv": "the statements as a table, each with its sentence and source",
    "ontology.ttl": "the vocabulary",
    "shapes.ttl": "the rules that the graph conforms to, in SHACL",
    "report.ttl": "the report of the validation",
    "void.ttl": "the description of the dataset: VoID, DCAT, licences, counts",
    SUMS: "checksums: sha256sum -c SHA256SUMS",
}


def _write_readme(built: Build) -> str:
    lines = [*_find_notice(built), "", *(f"{name:16}{use}" for name, use in FOR_WHOM.items())]
    graphs = (
        f"{slug:16}{built.treaty.graphs[slug].licence}  {built.treaty.graphs[slug].attribution}"
        for slug in built.dataset
    )
    return "\n".join([*lines, "", "Licence of each named graph:", *graphs, ""])


def _check(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: a folder is required; found a file")
    if out.is_dir() and any(out.iterdir()) and not (out / SUMS).is_file():
        raise OutputError(f"{out}: an empty folder or a release is required; found other files")


@contextmanager
def _lock(out: Path) -> Iterator[None]:
    """Keep a second build away from the same folder."""
    path = out.parent / f".{out.name}.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(f"{out}: another build is writing this folder") from None
        try:
            yield
        finally:
            path.unlink()


def _replace(folder: Path, out: Path) -> None:
    """Put the new folder in the place of the old one in one step."""
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    if out.exists():
        _exchange(folder, out)
    else:
        folder.rename(out)


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders, so that no moment is without either.

    Source: https://man7.org/linux/man-pages/man2/rename.2.html (RENAME_EXCHANGE)
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
