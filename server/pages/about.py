"""Say what the release rests on and what it does not know, in figures of its own graph."""

from __future__ import annotations

from dataclasses import dataclass

from server.engine.answers import StoreError
from server.linked.listing import NamedGraph, list_graphs
from server.lookup.labels import Shown, write_date
from server.releases.graphs import read_value
from server.releases.service import Service

_STANDING = """
PREFIX cdce: <{ontology}>
SELECT (COUNT(?s) AS ?all) (SUM(IF(?asserted, 0, 1)) AS ?reported)
  (SUM(IF(EXISTS {{ ?s cdce:contradictedBy ?other }}, 1, 0)) AS ?contradicted)
WHERE {{ ?s a cdce:Statement ; cdce:asserted ?asserted }}"""
_CODES = """
PREFIX cdce: <{ontology}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?property ?code ?label ?definition (COUNT(?thing) AS ?things) WHERE {{
  VALUES ?property {{ cdce:fidelity cdce:certainty cdce:consentType }}
  ?thing ?property ?code . ?code skos:prefLabel ?label
  OPTIONAL {{ ?code skos:definition ?definition }}
  FILTER(LANG(?label) = "en")
}} GROUP BY ?property ?code ?label ?definition ORDER BY ?property DESC(?things)"""
_NOTES = """
PREFIX cdce: <{ontology}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?note WHERE {{ ?document a cdce:SourceDocument ; skos:note ?note }} ORDER BY ?note LIMIT 5"""
_COMPLETE = """
PREFIX cdce: <{ontology}>
SELECT (MIN(?day) AS ?first) WHERE {{ ?graph cdce:completeTo ?day }}"""
_SOURCES = """
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?graph ?source ?label WHERE {
  { SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } } }
  ?graph dcterms:source ?source . ?source skos:prefLabel ?label FILTER(LANG(?label) = "en")
} ORDER BY ?graph ?label"""


@dataclass(frozen=True)
class Code:
    """Hold one code with its definition and how many things bear it."""

    label: str
    href: str
    definition: str
    things: int


@dataclass(frozen=True)
class Origin:
    """Hold one named graph with the documents that it comes from."""

    graph: NamedGraph
    page: str
    sources: tuple[Shown, ...]


@dataclass(frozen=True)
class Knowledge:
    """Hold what is uncertain or open in a release, in figures; 0 and "" where nothing is."""

    statements: int
    reported: int
    contradicted: int
    codes: dict[str, tuple[Code, ...]]
    notes: tuple[str, ...]
    complete_to: str


def read_knowledge(service: Service) -> Knowledge:
    """Return what a release says of its own limits; nothing where it is too large to count."""
    try:
        return _read_knowledge(service)
    except StoreError:
        return Knowledge(0, 0, 0, {}, (), "")


def _read_knowledge(service: Service) -> Knowledge:
    names = {"ontology": service.ontology}
    standing = {
        name: int(read_value(term))
        for row in service.list_rows(_STANDING.format(**names))
        for name, term in row.items()
    }
    codes: dict[str, list[Code]] = {}
    for row in service.list_rows(_CODES.format(**names)):
        if "property" not in row:
            continue
        iri = read_value(row["code"])
        path = service.find_path(iri)
        code = Code(
            label=read_value(row["label"]),
            href=f"{service.root}/{path}" if path else iri,
            definition=read_value(row["definition"]) if "definition" in row else "",
            things=int(read_value(row["things"])),
        )
        codes.setdefault(read_value(row["property"]).rpartition("#")[2], []).append(code)
    complete = [
        read_value(row["first"])
        for row in service.list_rows(_COMPLETE.format(**names))
        if "first" in row
    ]
    return Knowledge(
        statements=standing.get("all", 0),
        reported=standing.get("reported", 0),
        contradicted=standing.get("contradicted", 0),
        codes={name: tuple(found) for name, found in codes.items()},
        notes=tuple(read_value(row["note"]) for row in service.list_rows(_NOTES.format(**names))),
        complete_to=write_date(complete[0]) if complete else "",
    )


def list_origins(service: Service) -> list[Origin]:
    """Return the named graphs, each with its licence and its sources."""
    sources: dict[str, list[Shown]] = {}
    for row in service.list_rows(_SOURCES):
        iri = read_value(row["source"])
        path = service.find_path(iri)
        shown = Shown(read_value(row["label"]), href=f"{service.root}/{path}" if path else iri)
        sources.setdefault(read_value(row["graph"]), []).append(shown)
    return [
        Origin(
            graph,
            page=f"{service.root}/{service.find_path(graph.iri) or ''}",
            sources=tuple(sources.get(graph.iri, ())),
        )
        for graph in list_graphs(service)
    ]
