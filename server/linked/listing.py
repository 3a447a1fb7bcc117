"""List what can be downloaded, and say which file is for whom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise

from pyoxigraph import Literal, NamedNode, Triple

from server.formats import FORMATS
from server.lookup.descriptions import XSD_DATE
from server.namespaces import DCAT, DCTERMS, RDF_TYPE
from server.releases.graphs import read_value
from server.releases.release import SUMS, DumpFile, Release
from server.releases.service import Service

# By the name of the file without suffix, then by suffix: what it is and for whom.
WHAT = {
    "README": "What each file is, and the licence of each named graph",
    "graph": "The whole graph",
    "facts": "Only the facts, without the statements that carry them",
    "parties": "The Parties as a table",
    "statements": "The statements with their sentences as a table",
    "ontology": "The vocabulary",
    "shapes": "The rules that the graph keeps (SHACL)",
    "report": "The report of the validation",
    "void": "The description of the data (VoID, DCAT)",
    "catalogue": "The catalogue: each file with its size and sum (DCAT)",
    "canonical": "The whole graph in its canonical form, to compare",
}
WHOM = {
    ".ttl": "for people who read it and for most RDF software (Turtle)",
    ".nt": "for line tools and streams (N-Triples, sorted)",
    ".rdf": "for older RDF software (RDF/XML)",
    ".nq": "for triple stores, with the named graphs (N-Quads, sorted)",
    ".trig": "for people who want the named graphs (TriG)",
    ".jsonld": "for programs that read JSON, with the named graphs (JSON-LD)",
    ".csv": "for a spreadsheet (CSV)",
}
GROUPS = (
    ("The whole graph", ("graph", "canonical")),
    ("Parts of it, and tables", ("facts", "parties", "statements")),
    (
        "What explains and checks it",
        ("README", "ontology", "shapes", "report", "void", "catalogue", SUMS),
    ),
)
MEDIA_TYPES = {found.suffix: found for found in FORMATS}


@dataclass(frozen=True)
class Download:
    """Hold one file as a list shows it; ``size`` is in bytes."""

    name: str
    href: str
    media_type: str
    purpose: str
    size: int
    sha256: str


@dataclass(frozen=True)
class NamedGraph:
    """Hold one named graph as a list shows it."""

    iri: str
    href: str
    label: str
    licence: str
    attribution: str
    triples: int


_GRAPHS = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?graph ?label ?licence ?rights WHERE {
  { SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } } }
  OPTIONAL { ?graph skos:prefLabel ?label FILTER(LANG(?label) = "en") }
  OPTIONAL { ?graph dcterms:license ?licence }
  OPTIONAL { ?graph dcterms:rights ?rights }
} ORDER BY ?graph"""


def find_content_type(name: str) -> str:
    """Return the Content-Type of a file of a release, by its name."""
    suffix = "." + name.rpartition(".")[2]
    if suffix == ".gz":
        return "application/gzip"
    found = MEDIA_TYPES.get(suffix)
    return found.content_type if found else "text/plain; charset=utf-8"


def find_purpose(name: str) -> str:
    """Return what a file is and for whom."""
    if name == SUMS:
        return "The SHA-256 of every file, to check a download"
    stem, suffix = _split(name)
    what = WHAT.get(stem, stem.replace("-", " ").capitalize())
    whom = WHOM.get(suffix, "")
    packed = ", packed with gzip" if name.endswith(".gz") else ""
    return f"{what}, {whom}{packed}" if whom else what + packed


def list_downloads(
    service: Service, release: Release | None = None
) -> list[tuple[str, list[Download]]]:
    """Return the files of a release in groups, each group with its title.

    In a group they stand by what they hold, then by format, the most usual first.
    """
    release = release or service.release
    groups: dict[str, list[Download]] = {title: [] for title, _ in GROUPS}
    groups["By named graph"] = []
    places = {stem: title for title, stems in GROUPS for stem in stems}
    ranks = {stem: rank for rank, stem in enumerate(places)}
    suffixes = list(WHOM)

    def rank(file: DumpFile) -> tuple[int, str, int, str]:
        stem, suffix = _split(file.name)
        place = suffixes.index(suffix) if suffix in suffixes else len(suffixes)
        return ranks.get(stem, len(ranks)), stem, place, file.name

    for file in sorted(release.files.values(), key=rank):
        title = places.get(_split(file.name)[0], "By named graph")
        groups[title].append(_make_download(file, release, service))
    return [(title, found) for title, found in groups.items() if found]


def _split(name: str) -> tuple[str, str]:
    """Return the name of a file without suffix, and its suffix without that of its packing."""
    stem, dot, suffix = name.removesuffix(".gz").partition(".")
    return stem, dot + suffix


def _make_download(file: DumpFile, release: Release, service: Service) -> Download:
    return Download(
        name=file.name,
        href=f"{service.site}/dumps/{release.version}/{file.name}",
        media_type=find_content_type(file.name).partition(";")[0],
        purpose=find_purpose(file.name),
        size=file.size,
        sha256=file.sha256,
    )


@dataclass(frozen=True)
class Listed:
    """Hold one release as a list shows it."""

    version: str
    issued: str
    href: str
    title: str


def list_releases(service: Service) -> list[Listed]:
    """Return the releases, the one that is served first."""
    return [
        Listed(each.version, each.issued, f"{service.site}/dumps/{each.version}/", each.title)
        for each in service.release.lineage
    ]


def find_previous(version: str, service: Service) -> Release | None:
    """Return the release before a version, None where none is kept."""
    for after, before in pairwise(service.release.lineage):
        if after.version == version:
            return before
    return None


def list_graphs(service: Service) -> list[NamedGraph]:
    """Return the named graphs, each with its licence and whom to name."""
    found: dict[str, NamedGraph] = {}
    for row in service.list_rows(_GRAPHS):
        iri = read_value(row["graph"])
        values = {name: read_value(term) for name, term in row.items()}
        path = service.find_path(iri)
        found.setdefault(
            iri,
            NamedGraph(
                iri=iri,
                href=f"{service.site}/{path}.ttl" if path else "",
                label=values.get("label", iri),
                licence=values.get("licence", ""),
                attribution=values.get("rights", ""),
                triples=service.graphs.get(iri, 0),
            ),
        )
    return list(found.values())


def render_list(service: Service, release: Release) -> bytes:
    """Return the list of a release as JSON; named graphs only of the one that is served."""
    is_served = release is service.release
    previous = find_previous(release.version, service)
    document = {
        "dataset": release.dataset,
        "title": release.title,
        "version": release.version,
        "issued": release.issued,
        "licence": release.licence,
        "attribution": release.attribution,
        "previous": f"{service.site}/dumps/{previous.version}/" if previous else None,
        "latest": f"{service.site}/dumps/latest/",
        "releases": [asdict(found) for found in list_releases(service)],
        "graphs": [asdict(found) for found in list_graphs(service)] if is_served else [],
        "files": [
            asdict(found) for _, group in list_downloads(service, release) for found in group
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def describe_list(service: Service, release: Release) -> tuple[Triple, ...]:
    """Return the catalogue of a release, or its description, and the releases before it."""
    return (*(release.catalogue or release.void), *describe_versions(service, release))


def describe_versions(service: Service, release: Release) -> Iterator[Triple]:
    """Yield the releases before one, which its own files cannot know.

    Source: https://www.w3.org/TR/vocab-dcat-3/#Property:resource_previous_version
    """
    node, version = release.dataset, release.version
    while (before := find_previous(version, service)) is not None:
        earlier = f"{release.base}dumps/{before.version}/"
        yield _say(node, DCAT + "previousVersion", NamedNode(earlier))
        yield _say(earlier, RDF_TYPE, NamedNode(DCAT + "Dataset"))
        yield _say(earlier, DCTERMS + "title", Literal(before.title, language="en"))
        yield _say(earlier, DCTERMS + "description", Literal(before.description, language="en"))
        yield _say(earlier, DCTERMS + "license", NamedNode(before.licence))
        yield _say(earlier, DCAT + "version", Literal(before.version))
        if before.issued:
            yield _say(earlier, DCTERMS + "issued", Literal(before.issued, datatype=XSD_DATE))
        node, version = earlier, before.version


def _say(subject: str, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), value)
