"""Read a release folder: verify every byte of it, and what it says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from server.errors import BrokenReleaseError
from server.graphs import read_value
from server.shapes import Shapes, index_shapes

SUMS = "SHA256SUMS"
SHAPES = "shapes.ttl"
NEEDED = (
    "graph.ttl",
    "graph.nt",
    "graph.nq",
    "ontology.ttl",
    "report.ttl",
    "void.ttl",
)

DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SH = "http://www.w3.org/ns/shacl#"
VOID = "http://rdfs.org/ns/void#"


@dataclass(frozen=True)
class DumpFile:
    """Hold one file of a release: its name, size in bytes and SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Release:
    """Hold what a release says of itself.

    ``base`` is what the IRIs of things begin with, ``vocabulary`` what those of terms begin with;
    ``prefixes`` are the short names that the Turtle file uses; ``void`` is its description of
    itself, ``shapes`` are the rules that it keeps.
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

    @property
    def key(self) -> str:
        """Return what tells this release from any other: its version and its sums."""
        return f"{self.version}-{self.sums.sha256[:12]}"


def read_release(folder: Path) -> Release:
    """Return the release in a folder, once every file is what SHA256SUMS says.

    Raises:
        BrokenReleaseError: the folder is broken, half-written or does not conform to its shapes;
            says every fault found.
    """
    files = _verify(folder)
    _verify_report(folder)
    void = _parse(folder / "void.ttl")
    dataset, facts = _find_dataset(folder, void)
    return Release(
        folder=folder,
        base=facts[VOID + "uriSpace"][0],
        vocabulary=_find_vocabulary(folder),
        dataset=dataset,
        title=facts[DCTERMS + "title"][0],
        description=_first(facts, DCTERMS + "description"),
        version=facts[DCAT + "version"][0],
        issued=_first(facts, DCTERMS + "issued"),
        licence=facts[DCTERMS + "license"][0],
        attribution=_first(facts, DCTERMS + "rights"),
        examples=tuple(facts.get(VOID + "exampleResource", ())),
        prefixes=_read_prefixes(folder / "graph.ttl"),
        files=files,
        sums=_read_file(folder / SUMS),
        void=tuple(void),
        shapes=index_shapes(_parse(folder / SHAPES) if SHAPES in files else ()),
    )


def _verify(folder: Path) -> dict[str, DumpFile]:
    """Return the files of a release by name, each as SHA256SUMS says it must be."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenReleaseError(f"{folder / SUMS}: a release has this file; {error}") from error
    files, faults = {}, []
    for number, line in enumerate(lines, 1):
        digest, _, name = line.partition("  ")
        name = name.removeprefix("./")
        if len(digest) != 64 or not name or "/" in name or name.startswith("."):
            faults.append(
                f"{folder / SUMS}:{number}: expected SHA-256 and file name; found {line!r}"
            )
            continue
        try:
            found = _digest(folder / name)
            files[name] = DumpFile(name, (folder / name).stat().st_size, digest)
        except OSError as error:
            faults.append(f"{folder / name}: {SUMS} names this file; {error.strerror}")
            continue
        if found != digest:
            faults.append(f"{folder / name}: expected SHA-256 {digest}; found {found}")
    faults += [
        f"{folder / name}: a release has this file, and {SUMS} names it; it does not"
        for name in NEEDED
        if name not in files
    ]
    if faults:
        raise BrokenReleaseError("\n".join(sorted(faults)))
    return files


def _read_file(path: Path) -> DumpFile:
    return DumpFile(path.name, path.stat().st_size, _digest(path))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _parse(path: Path) -> list[Triple]:
    try:
        return [quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE)]
    except (OSError, SyntaxError) as error:
        raise BrokenReleaseError(f"{path}: expected Turtle; {error}") from error


def _verify_report(folder: Path) -> None:
    path = folder / "report.ttl"
    conforms = [read_value(t.object) for t in _parse(path) if t.predicate.value == SH + "conforms"]
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
    return found[0], facts[found[0]]


def _first(facts: Mapping[str, list[str]], name: str) -> str:
    return next(iter(facts.get(name, ())), "")


def _find_vocabulary(folder: Path) -> str:
    """Return the namespace of terms, codes and shapes: the IRI of the ontology without its name."""
    path = folder / "ontology.ttl"
    ontologies = [
        triple.subject.value
        for triple in _parse(path)
        if triple.predicate.value == RDF + "type"
        and triple.object == NamedNode(OWL + "Ontology")
        and isinstance(triple.subject, NamedNode)
    ]
    if len(ontologies) != 1:
        raise BrokenReleaseError(f"{path}: expected one owl:Ontology; found {len(ontologies)}")
    return ontologies[0].rstrip("#/").rpartition("/")[0] + "/"


def _read_prefixes(path: Path) -> dict[str, str]:
    """Return the prefixes at the head of a Turtle file."""
    parser = parse(path=path, format=RdfFormat.TURTLE)
    try:
        next(iter(parser), None)
    except SyntaxError as error:
        raise BrokenReleaseError(f"{path}: expected Turtle; {error}") from error
    return dict(sorted(parser.prefixes.items()))
