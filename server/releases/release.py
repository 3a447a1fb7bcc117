"""Read a release folder: verify every byte of it, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from graph.package import find_archive
from server.http.errors import BrokenReleaseError
from server.http.files import OpenFile
from server.namespaces import DCAT, DCTERMS, OWL, RDF, SH, VOID
from server.releases.graphs import read_value
from server.releases.shapes import Shapes, index_shapes

SUMS = "SHA256SUMS"
SHAPES = "shapes.ttl"
CATALOGUE = "catalogue.ttl"
NEEDED = (
    "graph.ttl",
    "graph.nt",
    "graph.nq",
    "ontology.ttl",
    "report.ttl",
    "void.ttl",
)

HEAD_BYTES = 1024 * 1024


_BASE = re.compile(r"https?://[^\x00-\x20<>\"{}|\\^`]+/")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]*")


@dataclass(frozen=True)
class DumpFile:
    """Hold one file of a release: its name, size in bytes, SHA-256 in hexadecimal, and bytes."""

    name: str
    size: int
    sha256: str
    file: OpenFile


@dataclass(frozen=True)
class Release:
    """Hold what a release says of itself.

    ``base`` is what the IRIs of things begin with, ``vocabulary`` what those of terms begin with;
    ``prefixes`` are the short names that the Turtle file uses; ``void`` is its description of
    itself, ``catalogue`` that of its files, ``shapes`` are the rules that it keeps; ``earlier`` are
    the releases before it, the last one first.
    """

    folder: Path
    base: str
    vocabulary: str
    dataset: str
    title: str
    description: str
    version: str
    issued: str
    licence: str
    attribution: str
    examples: tuple[str, ...]
    prefixes: Mapping[str, str]
    files: Mapping[str, DumpFile]
    sums: DumpFile
    void: tuple[Triple, ...]
    shapes: Shapes
    catalogue: tuple[Triple, ...] = ()
    earlier: tuple[Release, ...] = ()

    @property
    def lineage(self) -> tuple[Release, ...]:
        """Return this release and those before it, the newest first."""
        return (self, *self.earlier)

    @property
    def key(self) -> str:
        """Return what tells this release from any other: its version and its sums."""
        return f"{self.version}-{self.sums.sha256[:12]}"

    def read_quads(self) -> Iterator[Quad]:
        """Yield every triple of the release in its named graph."""
        yield from parse(self.files["graph.nq"].file.read_all(), format=RdfFormat.N_QUADS)


def read_release(folder: Path) -> Release:
    """Return the release in a folder, once every file is what SHA256SUMS says.

    The earlier releases are those of the same base in the folder beside it; they are verified too.
    The files are held open: what was verified is what is served, whatever takes their place.

    Raises:
        BrokenReleaseError: the folder is broken, half-written or does not conform to its shapes;
            says every fault found.
    """
    sums = _open_sums(folder)
    files = _verify(folder, sums)
    _verify_report(folder, files)
    void = _parse(folder, files["void.ttl"])
    dataset, facts = _find_dataset(folder, void)
    return Release(
        folder=folder,
        base=facts[VOID + "uriSpace"][0],
        vocabulary=_find_vocabulary(folder, files),
        dataset=dataset,
        title=facts[DCTERMS + "title"][0],
        description=_first(facts, DCTERMS + "description"),
        version=facts[DCAT + "version"][0],
        issued=_first(facts, DCTERMS + "issued"),
        licence=facts[DCTERMS + "license"][0],
        attribution=_first(facts, DCTERMS + "rights"),
        examples=tuple(facts.get(VOID + "exampleResource", ())),
        prefixes=_read_prefixes(folder, files["graph.ttl"]),
        files=files,
        sums=sums,
        void=tuple(void),
        shapes=index_shapes(_parse(folder, files[SHAPES]) if SHAPES in files else ()),
        catalogue=tuple(_parse(folder, files[CATALOGUE]) if CATALOGUE in files else ()),
        earlier=_read_earlier(folder, dataset, facts[DCAT + "version"][0]),
    )


def _read_earlier(folder: Path, dataset: str, version: str) -> tuple[Release, ...]:
    archive = find_archive(folder.absolute())
    found = [read_release(path.parent) for path in sorted(archive.glob(f"*/{SUMS}"))]
    kept = [each for each in found if each.dataset == dataset and each.version != version]
    return tuple(sorted(kept, key=lambda each: _order(each.version), reverse=True))


def _order(version: str) -> list[tuple[int, str]]:
    """Return a version as what sorts: numbers as numbers."""
    return [(int(part) if part.isdecimal() else -1, part) for part in version.split(".")]


def _open_sums(folder: Path) -> DumpFile:
    try:
        return _open(folder / SUMS)
    except OSError as error:
        raise BrokenReleaseError(f"{folder / SUMS}: a release has this file; {error}") from error


def _open(path: Path) -> DumpFile:
    file = OpenFile(path)
    return DumpFile(path.name, file.size, file.digest(), file)


def _verify(folder: Path, sums: DumpFile) -> dict[str, DumpFile]:
    """Return the files of a release by name, each as SHA256SUMS says it must be."""
    lines = sums.file.read_all().decode("utf-8", "replace").splitlines()
    files, faults, missing = {}, [], set(NEEDED)
    for number, line in enumerate(lines, 1):
        digest, _, name = line.partition("  ")
        name = name.removeprefix("./")
        if len(digest) != 64 or not name or "/" in name or name.startswith("."):
            where = f"{folder / SUMS}:{number}"
            faults.append(f"{where}: expected SHA-256 and file name; found {line!r}")
            continue
        missing.discard(name)
        try:
            files[name] = _open(folder / name)
        except OSError as error:
            faults.append(f"{folder / name}: {SUMS} names this file; {error.strerror}")
            continue
        if files[name].sha256 != digest:
            found = files[name].sha256
            faults.append(f"{folder / name}: expected SHA-256 {digest}; found {found}")
    faults += [
        f"{folder / name}: a release has this file, and {SUMS} names it; it does not"
        for name in missing
    ]
    if faults:
        raise BrokenReleaseError("\n".join(sorted(faults)))
    return files


def _parse(folder: Path, file: DumpFile) -> list[Triple]:
    try:
        return [quad.triple for quad in parse(file.file.read_all(), format=RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise BrokenReleaseError(f"{folder / file.name}: expected Turtle; {error}") from error


def _verify_report(folder: Path, files: Mapping[str, DumpFile]) -> None:
    path = folder / "report.ttl"
    triples = _parse(folder, files["report.ttl"])
    conforms = [read_value(t.object) for t in triples if t.predicate.value == SH + "conforms"]
    if conforms != ["true"]:
        found = " and ".join(conforms) or "nothing"
        raise BrokenReleaseError(f"{path}: expected sh:conforms true; found {found}")


def _find_dataset(folder: Path, void: list[Triple]) -> tuple[str, dict[str, list[str]]]:
    """Return the IRI of the dataset that has a version, and the values of its properties."""
    facts: dict[str, dict[str, list[str]]] = {}
    for triple in void:
        if isinstance(triple.subject, NamedNode):
            values = facts.setdefault(triple.subject.value, {})
            values.setdefault(triple.predicate.value, []).append(read_value(triple.object))
    needed = [
        VOID + "uriSpace",
        DCAT + "version",
        DCTERMS + "title",
        DCTERMS + "license",
    ]
    found = [iri for iri, values in facts.items() if all(name in values for name in needed)]
    if len(found) != 1:
        raise BrokenReleaseError(
            f"{folder / 'void.ttl'}: expected one dataset with void:uriSpace, dcat:version, "
            f"dcterms:title and dcterms:license; found {len(found)}"
        )
    values = facts[found[0]]
    base, version = values[VOID + "uriSpace"][0], values[DCAT + "version"][0]
    if not _BASE.fullmatch(base) or not _VERSION.fullmatch(version):
        raise BrokenReleaseError(
            f"{folder / 'void.ttl'}: expected an http address that ends in a slash and a version "
            f"of letters, digits, points and hyphens; found {base!r} and {version!r}"
        )
    return found[0], values


def _first(facts: Mapping[str, list[str]], name: str) -> str:
    return next(iter(facts.get(name, ())), "")


def _find_vocabulary(folder: Path, files: Mapping[str, DumpFile]) -> str:
    """Return the namespace of terms, codes and shapes: the IRI of the ontology without its name."""
    path = folder / "ontology.ttl"
    ontologies = [
        triple.subject.value
        for triple in _parse(folder, files["ontology.ttl"])
        if triple.predicate.value == RDF + "type"
        and triple.object == NamedNode(OWL + "Ontology")
        and isinstance(triple.subject, NamedNode)
    ]
    if len(ontologies) != 1:
        raise BrokenReleaseError(f"{path}: expected one owl:Ontology; found {len(ontologies)}")
    return ontologies[0].rstrip("#/").rpartition("/")[0] + "/"


def _read_prefixes(folder: Path, file: DumpFile) -> dict[str, str]:
    """Return the prefixes at the head of a Turtle file."""
    parser = parse(file.file.read(HEAD_BYTES, 0), format=RdfFormat.TURTLE)
    try:
        next(iter(parser), None)
    except SyntaxError as error:
        raise BrokenReleaseError(f"{folder / file.name}: expected Turtle; {error}") from error
    return dict(sorted(parser.prefixes.items()))
