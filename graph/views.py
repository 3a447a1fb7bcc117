"""Graphs → the part of them that a reader without interest in the evidence wants."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import RDF, Graph, URIRef

from graph.iris import Iris
from graph.terms import DCAT, DCTERMS, SKOS, VOID
from graph.treaty import Treaty

ABOUT_THE_DATA = frozenset({"ontology", "description", "derived"})
# The kinds of thing that the evidence is made of.
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
    """Return what is asserted of the world, with the head of the dataset that asserts it.

    No statements and no passages, and nothing of what only the vocabulary or the description of
    the dataset describes, not even what is derived from them.
    """
    iris = Iris(treaty.dataset.base)
    world = [graph for slug, graph in graphs.items() if slug not in ABOUT_THE_DATA]
    named = set().union(*(graph.subjects() for graph in world))
    left_out = set(graphs["description"].subjects()) - named | set(graphs["ontology"].subjects())
    facts = Graph(bind_namespaces="none")
    for graph in (*world, graphs["derived"]):
        for triple in graph:
            is_fact = _is_fact(triple[0], iris) and _is_fact(triple[2], iris)
            if is_fact and triple[0] not in left_out:
                facts.add(triple)
    for predicate in HEAD:
        for value in graphs["description"].objects(iris("dataset"), predicate):
            facts.add((iris("dataset"), predicate, value))
    return facts


def _is_fact(term: object, iris: Iris) -> bool:
    path = iris.path(str(term)) if isinstance(term, URIRef) else None
    return path is None or path.partition("/")[0] not in EVIDENCE
