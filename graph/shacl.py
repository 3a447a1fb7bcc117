"""The shapes themselves: read, and refused where SHACL 1.0 would pass over them.

A misspelt term of SHACL is no constraint, and what it should forbid passes in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.term import Node

from graph.errors import ShapeError

# Each of these states a rule where it stands on a shape.
_PARAMETERS = """
    and class closed datatype disjoint equals hasValue in languageIn lessThan lessThanOrEquals
    maxCount maxExclusive maxInclusive maxLength minCount minExclusive minInclusive minLength node
    nodeKind not or pattern property qualifiedValueShape sparql uniqueLang xone
"""
_OTHERS = """
    BlankNode BlankNodeOrIRI BlankNodeOrLiteral IRI IRIOrLiteral Info Literal NodeShape
    PrefixDeclaration PropertyShape SPARQLConstraint Violation Warning alternativePath deactivated
    declare description flags ignoredProperties inversePath message name namespace oneOrMorePath
    path prefix prefixes qualifiedMaxCount qualifiedMinCount qualifiedValueShapesDisjoint select
    severity zeroOrMorePath zeroOrOnePath
"""
PARAMETERS = frozenset(SH[name] for name in _PARAMETERS.split())
TARGETS = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
# SHACL 1.0, Core and SPARQL-based constraints: what pyshacl heeds.
TERMS = PARAMETERS.union(TARGETS, (SH[name] for name in _OTHERS.split()))
# A node shape with only these gathers rules and says nothing itself.
GATHERING = frozenset({SH.property, SH.sparql})


def read_shapes(folder: Path) -> Graph:
    """Return the shapes of all Turtle files in a folder as one graph.

    Raises:
        ShapeError: the shapes have faults; all of them at once.
    """
    shapes = Graph(bind_namespaces="none")
    for file in sorted(folder.glob("*.ttl")):
        shapes.parse(file, format="turtle")
    if not shapes:
        raise ShapeError(f"{folder}: shapes in files *.ttl are required; found none")
    check_shapes(shapes)
    return shapes


def check_shapes(shapes: Graph) -> None:
    """Refuse shapes that use what SHACL 1.0 has not, or that a report could not name.

    Raises:
        ShapeError: lists every fault, sorted.
    """
    faults = {*_find_unknown_terms(shapes), *_find_unnamed(shapes), *_find_silent(shapes)}
    if faults:
        raise ShapeError("\n".join(sorted(faults)))


def find_shapes(shapes: Graph) -> set[Node]:
    """Return everything that is a shape: by its type, a parameter, a path or a use as one.

    Source: https://www.w3.org/TR/shacl/#shapes
    """
    found: set[Node] = set()
    for kind in (SH.NodeShape, SH.PropertyShape):
        found.update(shapes.subjects(RDF.type, kind))
    for term in (*PARAMETERS, *TARGETS, SH.path):
        found.update(shapes.subjects(term, None))
    for term in (SH.property, SH.node, SH["not"], SH.qualifiedValueShape):
        found.update(shapes.objects(None, term))
    for term in (SH["and"], SH["or"], SH.xone):
        for members in shapes.objects(None, term):
            found.update(shapes.items(members))
    return found


def _find_unknown_terms(shapes: Graph) -> Iterator[str]:
    for triple in shapes:
        for term in triple:
            if isinstance(term, URIRef) and term.startswith(str(SH)) and term not in TERMS:
                yield f"{triple[0].n3()}: {term} is not a term of SHACL 1.0"


def _find_unnamed(shapes: Graph) -> Iterator[str]:
    for node in find_shapes(shapes) | set(shapes.objects(None, SH.sparql)):
        if isinstance(node, BNode):
            users = sorted(str(subject) for subject in shapes.subjects(None, node))
            yield f"{', '.join(users) or node.n3()}: a shape without an IRI"


def _find_silent(shapes: Graph) -> Iterator[str]:
    """Yield a fault for each shape or query that lacks a type, a name or a message."""
    for shape in find_shapes(shapes):
        is_property = (shape, SH.path, None) in shapes
        kind = SH.PropertyShape if is_property else SH.NodeShape
        required = [(RDF.type, kind), (SH.name if is_property else RDFS.label, None)]
        if is_property or set(shapes.predicates(shape)) & (PARAMETERS - GATHERING):
            required.append((SH.message, None))
        yield from _find_missing(shape, required, shapes)
    for query in shapes.objects(None, SH.sparql):
        required = [(term, None) for term in (SH.message, SH.prefixes, SH.select)]
        yield from _find_missing(query, [(RDF.type, SH.SPARQLConstraint), *required], shapes)


def _find_missing(
    node: Node, required: list[tuple[URIRef, URIRef | None]], shapes: Graph
) -> Iterator[str]:
    for term, value in required:
        if (node, term, value) not in shapes:
            yield f"{node.n3()}: {term}{f' {value}' if value else ''} is required; found none"
