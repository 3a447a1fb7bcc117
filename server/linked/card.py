"""Know what the dataset says of itself, once for all the forms in which it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Triple

from server.linked.listing import find_content_type, find_purpose
from server.namespaces import DCAT, DCTERMS, FOAF, VOID
from server.releases.graphs import read_value
from server.releases.release import Release

LICENCE = f"{DCTERMS}license"
COUNTS = ("triples", "entities", "classes", "properties", "distinctSubjects", "distinctObjects")
# What is not data but explains it.
BESIDE = ("README", "SHA256SUMS", "catalogue", "ontology", "report", "shapes", "void")


@dataclass(frozen=True)
class CardFile:
    """Hold one file of the data: its path below the site, what it is, size in bytes and sum."""

    name: str
    path: str
    purpose: str
    media_type: str
    size: int
    sha256: str
    licence: str


@dataclass(frozen=True)
class Card:
    """Hold what is said of the dataset.

    ``publisher`` is its IRI, ``counts`` are as in VoID; ``licences`` are those of the parts and
    files that have one of their own, by IRI.
    """

    dataset: str
    base: str
    title: str
    description: str
    version: str
    issued: str
    licence: str
    attribution: str
    publisher: str
    publisher_name: str
    keywords: tuple[str, ...]
    examples: tuple[str, ...]
    counts: Mapping[str, int]
    licences: Mapping[str, str]
    files: tuple[CardFile, ...]

    @property
    def whole(self) -> tuple[CardFile, ...]:
        """Return the files that hold the data and are not packed."""
        return tuple(
            file
            for file in self.files
            if not file.name.endswith(".gz")
            and not file.name.startswith("graph-")
            and file.name.partition(".")[0] not in BESIDE
        )


def read_card(release: Release) -> Card:
    """Return what a release says of itself."""
    says = _index(release.void)
    dataset = says.get(release.dataset, {})
    publisher = next(iter(dataset.get(DCTERMS + "publisher", ())), "")
    name = next(iter(says.get(publisher, {}).get(FOAF + "name", ())), release.title)
    licences = {iri: said[LICENCE][0] for iri, said in says.items() if LICENCE in said}
    counts = {count: int(dataset[VOID + count][0]) for count in COUNTS if VOID + count in dataset}
    return Card(
        dataset=release.dataset,
        base=release.base,
        title=release.title,
        description=release.description,
        version=release.version,
        issued=release.issued,
        licence=release.licence,
        attribution=release.attribution,
        publisher=publisher,
        publisher_name=name,
        keywords=tuple(sorted(dataset.get(DCAT + "keyword", ()))),
        examples=release.examples,
        counts=counts,
        licences=licences,
        files=tuple(_list_files(release, says, licences)),
    )


def _index(triples: Iterable[Triple]) -> dict[str, dict[str, list[str]]]:
    """Return the values of each property of each thing, as texts."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in triples:
        values = found.setdefault(read_value(triple.subject), {})
        values.setdefault(triple.predicate.value, []).append(read_value(triple.object))
    return found


def _list_files(
    release: Release,
    says: Mapping[str, Mapping[str, list[str]]],
    licences: Mapping[str, str],
) -> Iterable[CardFile]:
    for file in sorted(release.files.values(), key=lambda file: file.name):
        path = f"dumps/{release.version}/{file.name}"
        said = says.get(release.base + path, {})
        yield CardFile(
            name=file.name,
            path=path,
            purpose=next(iter(said.get(DCTERMS + "description", ())), find_purpose(file.name)),
            media_type=find_content_type(file.name).partition(";")[0],
            size=file.size,
            sha256=file.sha256,
            licence=licences.get(release.base + path, release.licence),
        )
