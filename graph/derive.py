"""Graphs → what follows from them by the sub-classes and sub-properties of the ontology.

The endpoint has no inference, so what a user of another vocabulary asks for must be there.
Only triples that are in a graph count: a reported statement yields nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from rdflib import RDF, RDFS, Graph
from rdflib.term import Node

from graph.terms import Triple

Closure = Mapping[Node, frozenset[Node]]


def find_closure(ontology: Graph, relation: Node) -> Closure:
    """Return, for each term that has any, all its super-terms by a relation."""
    above: defaultdict[Node, set[Node]] = defaultdict(set)
    for lower, upper in ontology.subject_objects(relation):
        above[lower].add(upper)
    closed = {}
    for term in above:
        found: set[Node] = set()
        pending = [term]
        while pending:
            for upper in above.get(pending.pop(), set()) - found:
                found.add(upper)
                pending.append(upper)
        closed[term] = frozenset(found - {term})
    return closed


def derive(data: AbstractSet[Triple], ontology: Graph) -> set[Triple]:
    """Return the triples that follow from the data and are not in it."""
    classes = find_closure(ontology, RDFS.subClassOf)
    properties = find_closure(ontology, RDFS.subPropertyOf)
    derived: set[Triple] = set()
    for subject, predicate, value in data:
        if predicate == RDF.type:
            derived.update((subject, predicate, upper) for upper in classes.get(value, ()))
        else:
            derived.update((subject, upper, value) for upper in properties.get(predicate, ()))
    return derived - data
