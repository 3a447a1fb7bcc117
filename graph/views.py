"""Graphs → the part of them that a reader without interest in the evidence wants."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import RDF, Graph, URIRef

from graph.iris import Iris
from graph.terms import DCAT, DCTERMS, SKOS, VOID
from graph.treaty import Treaty

# What the evidence is made of, and what only makes sense beside it.
EVIDENCE = frozenset(
    {"graph", "passage", "reference", "section", "source", "statement", "wikilink", "activity"}
)
HEAD = frozenset(
    {
        RDF.type,
        SKOS.prefLabel,
        DCTERMS.title,
        DCTERMS.license,
        DCTERMS.rights,
        DCTERMS.issued,
        DCAT.version,
        VOID.sparqlEndpoint,
    }
)


def find_facts(graphs: Mapping[str, Graph], treaty: Treaty) -> Graph:
    """Return what is asserted about the world, and who publishes it.

    Statements and passages are left out, and what the dataset says of itself.
    """
    iris = Iris(treaty.dataset.base)
    facts = Graph(bind_namespaces="none")
    described = set(graphs["description"].subjects())
    for slug, graph in graphs.items():
        if slug in ("ontology", "description"):
            continue
        for triple in graph:
            if triple[0] in described:
                continue
            if _is_fact(triple[0], iris) and _is_fact(triple[2], iris):
                facts.add(triple)
    vocabulary = set(graphs["ontology"].subjects())
    for term in vocabulary:
        facts.remove((term, None, None))
    for predicate in HEAD:
        for value in graphs["description"].objects(iris("dataset"), predicate):
            facts.add((iris("dataset"), predicate, value))
    return facts


def _is_fact(term: object, iris: Iris) -> bool:
    path = iris.path(str(term)) if isinstance(term, URIRef) else None
    return path is None or path.partition("/")[0] not in EVIDENCE
