"""Hold what every answer needs: the store, the release, the addresses and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
)

from server.engine.answers import Dataset
from server.formats import BY_NAME, Form, Format
from server.http.cache import Cache
from server.releases.graphs import Names, read_triples, read_value
from server.releases.jsonld import build_context
from server.releases.release import Release
from server.settings import OWN, Settings

if TYPE_CHECKING:
    from server.engine.store import Store

# What the descriptions of documents, files and the endpoint use beside the terms of the graph.
WELL_KNOWN = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DOCUMENT_KINDS = [
    (WELL_KNOWN["dcterms"] + "hasFormat", "@id"),
    (WELL_KNOWN["dcterms"] + "license", "@id"),
    (WELL_KNOWN["dcterms"] + "modified", WELL_KNOWN["xsd"] + "date"),
    (WELL_KNOWN["foaf"] + "primaryTopic", "@id"),
    (WELL_KNOWN["rdfs"] + "seeAlso", "@id"),
    (WELL_KNOWN["void"] + "inDataset", "@id"),
]

Row = Mapping[str, NamedNode | BlankNode | Literal | Triple]

INSIDE: Mapping[Form, Format | None] = {
    "solutions": BY_NAME["json"],
    "boolean": BY_NAME["json"],
    "graph": BY_NAME["nt"],
}

_KINDS = """
SELECT DISTINCT ?property ?kind WHERE {
  ?thing ?property ?value
  BIND(IF(isLITERAL(?value), IF(LANG(?value) = "", STR(DATATYPE(?value)), "@language"), "@id")
    AS ?kind)
}"""
_CLASSES = "SELECT DISTINCT ?class WHERE { ?thing a ?class }"
_GRAPHS = """
SELECT ?graph (COUNT(*) AS ?triples) WHERE { GRAPH ?graph { ?s ?p ?o } }
GROUP BY ?graph ORDER BY ?graph"""
_DEFAULT_SIZE = "SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }"
_UNION_SIZE = """
SELECT (COUNT(*) AS ?triples) WHERE {
  SELECT DISTINCT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } }"""


@dataclass(frozen=True)
class Service:
    """Hold one release as it is served at one site; a new release gets a new service."""

    store: Store
    release: Release
    site: str
    settings: Settings
    cache: Cache

    @property
    def root(self) -> str:
        """Return the path of the site, without a slash at its end."""
        return urlsplit(self.site).path

    @property
    def endpoint(self) -> str:
        """Return the address of the SPARQL endpoint."""
        return f"{self.site}/sparql"

    @property
    def ontology(self) -> str:
        """Return what the IRIs of the terms begin with."""
        return f"{self.release.vocabulary}ontology#"

    def find_path(self, iri: str) -> str | None:
        """Return the path below the site at which an own IRI resolves, or None."""
        for start in (self.release.base, self.release.vocabulary):
            if iri.startswith(start):
                return iri.removeprefix(start)
        return None

    def list_rows(self, text: str) -> list[Row]:
        """Return the solutions of a query of our own; unbound variables are left out."""
        answer = self.store.query(
            text, base=self.release.base, dataset=Dataset(), formats=INSIDE, limits=OWN
        )
        results = parse_query_results(answer.body, format=QueryResultsFormat.JSON)
        if not isinstance(results, QuerySolutions):
            raise TypeError("The query has no solutions: it is not a SELECT.")
        names = [variable.value for variable in results.variables]
        return [
            {name: term for name, term in zip(names, solution, strict=True) if term is not None}
            for solution in results
        ]

    def list_triples(self, text: str) -> list[Triple]:
        """Return the triples of a CONSTRUCT of our own."""
        answer = self.store.query(
            text, base=self.release.base, dataset=Dataset(), formats=INSIDE, limits=OWN
        )
        return read_triples(answer.body)

    def count(self, text: str) -> int:
        """Return the number that a query of our own gives as ?triples."""
        return int(read_value(self.list_rows(text)[0]["triples"]))

    @cached_property
    def graphs(self) -> dict[str, int]:
        """Return the named graphs and the number of triples in each."""
        return {
            read_value(row["graph"]): int(read_value(row["triples"]))
            for row in self.list_rows(_GRAPHS)
            if "graph" in row
        }

    @cached_property
    def default_size(self) -> int:
        """Return the number of triples in the default graph."""
        return self.count(_DEFAULT_SIZE)

    @cached_property
    def is_union(self) -> bool:
        """Return whether the default graph is the union of the named graphs."""
        return bool(self.graphs) and self.default_size == self.count(_UNION_SIZE)

    @cached_property
    def names(self) -> Names:
        """Return the short names for written graphs."""
        kinds = [
            (read_value(row["property"]), read_value(row["kind"])) for row in self.list_rows(_KINDS)
        ]
        kinds += DOCUMENT_KINDS
        prefixes = dict(sorted((WELL_KNOWN | dict(self.release.prefixes)).items()))
        # In JSON the names of kinds of things would take the place of properties so called.
        context_prefixes = {
            name: iri
            for name, iri in prefixes.items()
            if iri.endswith("#") or self.find_path(iri) is None
        }
        classes = [read_value(row["class"]) for row in self.list_rows(_CLASSES)]
        context = build_context(
            f"{self.site}/context.jsonld",
            context_prefixes,
            kinds,
            classes,
            self.ontology,
        )
        return Names(prefixes, context)
