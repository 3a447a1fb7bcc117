"""List what can be downloaded, and say which file is for whom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from pyoxigraph import Literal, NamedNode, Triple

from server.formats import FORMATS
from server.graphs import RDF_TYPE, read_value
from server.release import DCAT, DCTERMS, SUMS, DumpFile
from server.service import Service

SPDX = "http://spdx.org/rdf/terms#"
XSD = "http://www.w3.org/2001/XMLSchema#"
IANA = "https://www.iana.org/assignments/media-types/"

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
    ("The whole graph", ("graph",)),
    ("Parts of it, and tables", ("facts", "parties", "statements")),
    ("What explains and checks it", ("README", "ontology", "shapes", "report", "void", SUMS)),
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
    stem, _, suffix = name.removesuffix(".gz").partition(".")
    what = WHAT.get(stem, stem.replace("-", " ").capitalize())
    whom = WHOM.get("." + suffix, "")
    packed = ", packed with gzip" if name.endswith(".gz") else ""
    return f"{what}, {whom}{packed}" if whom else what + packed


def list_downloads(service: Service) -> list[tuple[str, list[Download]]]:
    """Return the files of the release in groups, each group with its title."""
    release = service.release
    groups: dict[str, list[Download]] = {title: [] for title, _ in GROUPS}
    groups["By named graph"] = []
    place = {stem: title for title, stems in GROUPS for stem in stems}
    for file in sorted(release.files.values(), key=lambda file: file.name):
        title = place.get(file.name.partition(".")[0], "By named graph")
        groups[title].append(_make_download(file, service))
    return [(title, found) for title, found in groups.items() if found]


def _make_download(file: DumpFile, service: Service) -> Download:
    return Download(
        name=file.name,
        href=f"{service.site}/dumps/{service.release.version}/{file.name}",
        media_type=find_content_type(file.name).partition(";")[0],
        purpose=find_purpose(file.name),
        size=file.size,
        sha256=file.sha256,
    )


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


def render_list(service: Service) -> bytes:
    """Return the list as JSON."""
    release = service.release
    document = {
        "dataset": release.dataset,
        "title": release.title,
        "version": release.version,
        "issued": release.issued,
        "licence": release.licence,
        "attribution": release.attribution,
        "latest": f"{service.site}/dumps/latest/",
        "graphs": [asdict(found) for found in list_graphs(service)],
        "files": [asdict(found) for _, group in list_downloads(service) for found in group],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def describe_list(service: Service) -> Iterator[Triple]:
    """Yield the list as triples in the terms of DCAT."""
    release = service.release
    yield _say(release.dataset, RDF_TYPE, NamedNode(DCAT + "Dataset"))
    yield _say(release.dataset, DCTERMS + "title", Literal(release.title, language="en"))
    yield _say(release.dataset, DCAT + "version", Literal(release.version))
    yield _say(release.dataset, DCTERMS + "license", NamedNode(release.licence))
    for _, group in list_downloads(service):
        for found in group:
            yield from _describe_download(found, service)


def _describe_download(found: Download, service: Service) -> Iterator[Triple]:
    me, sum_ = f"{found.href}#distribution", f"{found.href}#checksum"
    yield _say(service.release.dataset, DCAT + "distribution", NamedNode(me))
    yield _say(me, RDF_TYPE, NamedNode(DCAT + "Distribution"))
    yield _say(me, DCTERMS + "title", Literal(found.purpose, language="en"))
    yield _say(me, DCAT + "accessURL", NamedNode(f"{service.site}/dumps/"))
    yield _say(me, DCAT + "downloadURL", NamedNode(found.href))
    yield _say(me, DCAT + "mediaType", NamedNode(IANA + found.media_type))
    size = Literal(str(found.size), datatype=NamedNode(XSD + "nonNegativeInteger"))
    yield _say(me, DCAT + "byteSize", size)
    yield _say(me, SPDX + "checksum", NamedNode(sum_))
    yield _say(sum_, RDF_TYPE, NamedNode(SPDX + "Checksum"))
    yield _say(sum_, SPDX + "algorithm", NamedNode(SPDX + "checksumAlgorithm_sha256"))
    value = Literal(found.sha256, datatype=NamedNode(XSD + "hexBinary"))
    yield _say(sum_, SPDX + "checksumValue", value)


def _say(subject: str, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), value)
