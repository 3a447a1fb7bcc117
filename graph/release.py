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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from graph.build import Build
from graph.dcat import BESIDE, CATALOGUE, PARTS, SUMS, WHOLE, list_files, measure
from graph.errors import OutputError
from graph.package import ONTOLOGY, find_archive
from graph.serialize import (
    build_nquads,
    build_ntriples,
    canonicalize,
    find_prefixes,
    write_jsonld,
    write_oxigraph,
    write_turtle,
)
from graph.tables import write_parties, write_statements
from graph.terms import DCAT
from graph.treaty import VERSION
from graph.triples import union
from graph.views import find_facts

README = "README.txt"
AT_FDCWD = -100
RENAME_EXCHANGE = 2


def write_release(built: Build, out: Path) -> Path:
    """Write a release folder and return it; one that is there with the same bytes is left.

    What was in its place goes when the new one is whole; where it had another version, it goes to
    the folder beside it that keeps earlier releases. A version never changes once it is there.

    Raises:
        OutputError: the folder holds something else, is in use, or cannot be written, or the
            version stands there or among the earlier releases with other bytes.
    """
    out = out.absolute()
    _check(out)
    version = built.treaty.dataset.version
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with (
            _lock(out),
            tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as made,
        ):
            before = _find_version(out)
            files = build_files(built)
            _refuse_change(files, find_archive(out) / version, version)
            if before == version:
                _refuse_change(files, out, version)
                return out
            if before:
                _refuse_change(_read_files(out), find_archive(out) / before, before)
            folder = Path(made) / out.name
            folder.mkdir()
            for name, data in files.items():
                (folder / name).write_bytes(data)
            _replace(folder, out)
            if before:
                _keep(folder, find_archive(out) / before)
    except OSError as error:
        raise OutputError(f"{out}: the release cannot be written: {error.strerror}") from error
    return out


def build_files(built: Build) -> dict[str, bytes]:
    """Return the files of a release by name, checksums last."""
    treaty, graphs = built.treaty, built.dataset
    whole = union(graphs.values())
    notice = _find_notice(built)
    prefixes = find_prefixes(whole, treaty.dataset.base)
    parts = {slug: build_ntriples(graph) for slug, graph in graphs.items()}
    nquads = build_nquads(parts, treaty.dataset.base)
    ntriples = sorted(set(chain.from_iterable(parts.values())))
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
        "shapes.ttl": write_turtle(built.shapes, prefixes, notice),
        "report.ttl": write_turtle(built.report.graph, prefixes, notice),
        "void.ttl": write_turtle(graphs["description"], prefixes, notice),
        README: _write_readme(built),
        **_write_graphs(built, parts),
    }
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    files["canonical.nq"] = canonicalize(nquads)
    for name in [name for name in files if name in WHOLE or name.startswith("graph-")]:
        files[f"{name}.gz"] = gzip.compress(files[name], mtime=0)
    catalogue = measure(treaty, graphs["description"], files)
    files[CATALOGUE] = write_turtle(catalogue, prefixes, notice).encode("utf-8")
    files[SUMS] = _sum(files).encode("ascii")
    return files


def _write_graphs(built: Build, parts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return each named graph in N-Triples, with its own licence on top."""
    notes = {slug: built.treaty.graphs[slug] for slug in built.dataset}
    heads = {
        slug: f"# {_find_notice(built)[0]}: the named graph {slug}\n"
        f"# Licence: {note.licence}\n# Attribution: {note.attribution}\n"
        for slug, note in notes.items()
    }
    return {f"graph-{slug}.nt": heads[slug] + "".join(triples) for slug, triples in parts.items()}


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
    **WHOLE,
    **PARTS,
    **BESIDE,
    CATALOGUE: "the size and the sum of each file, and the catalogue it stands in, in DCAT",
    SUMS: "checksums: sha256sum -c SHA256SUMS",
}


def _write_readme(built: Build) -> str:
    uses = {**FOR_WHOM, **list_files(built.dataset)}
    lines = [*_find_notice(built), "", *(f"{name:24}{use}" for name, use in uses.items())]
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
            # Another build may have ended, and removed the file, since it was opened.
            is_held = os.path.samestat(os.fstat(file.fileno()), path.stat())
        except (BlockingIOError, FileNotFoundError):
            is_held = False
        if not is_held:
            raise OutputError(f"{out}: another build is writing this folder")
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


def _find_version(out: Path) -> str | None:
    """Return the version of the release in a folder, None where there is no release."""
    if not (out / SUMS).is_file():
        return None
    path = out / "void.ttl"
    wanted = f"{path}: one dcat:version, like 1.0.0, is required"
    again = f"remove the folder {out} to build it again"
    try:
        quads = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        found = [str(q.object.value) for q in quads if q.predicate.value == str(DCAT.version)]
    except (FileNotFoundError, SyntaxError) as error:
        raise OutputError(f"{wanted}; {error}; {again}") from error
    if len(found) != 1 or not VERSION.fullmatch(found[0]):
        raise OutputError(f"{wanted}; found {', '.join(found) or 'none'}; {again}")
    return found[0]


def _read_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _refuse_change(files: Mapping[str, bytes], kept: Path, version: str) -> None:
    """Raise an error where a folder holds the version with other bytes than those of the files."""
    if not kept.exists():
        return
    there = _read_files(kept)
    names = sorted(files.keys() | there.keys())
    changed = [name for name in names if files.get(name) != there.get(name)]
    if changed:
        raise OutputError(
            f"{kept}: release {version} must keep its bytes; found others in {', '.join(changed)}. "
            "Raise `version` in treaty.toml, or remove the folder if it was never published"
        )


def _keep(before: Path, kept: Path) -> None:
    """Move the release that was replaced to the earlier ones, if it is not there already."""
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        before.rename(kept)


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders, so that no moment is without either.

    Source: https://man7.org/linux/man-pages/man2/rename.2.html (RENAME_EXCHANGE)
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
