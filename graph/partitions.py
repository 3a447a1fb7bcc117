"""Triples → their numbers in the terms of VoID: counts, partitions by class and property, links.

Source: https://www.w3.org/TR/void/#statistics, https://www.w3.org/TR/void/#linkset
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rdflib import OWL, RDF, RDFS, XSD, Literal, URIRef
from rdflib.term import Node

from graph.iris import Iris, find_slug
from graph.terms import PREFIXES, SKOS, VOID, VOID_EXT, Triple, Triples

LINKS = frozenset(
    {
        OWL.sameAs,
        RDFS.seeAlso,
        SKOS.broadMatch,
        SKOS.closeMatch,
        SKOS.exactMatch,
        SKOS.narrowMatch,
        SKOS.relatedMatch,
    }
)


@dataclass(frozen=True)
class Counts:
    """The numbers of one set of triples."""

    triples: int
    subjects: int
    objects: int
    entities: int
    classes: Mapping[Node, int]
    properties: Mapping[Node, int]


@dataclass(frozen=True)
class Structure:
    """How the triples of the data run between classes and to other sites.

    ``properties`` has the triples of each class by property, ``classes`` and ``datatypes`` the
    same by class or datatype of the value, ``links`` those to each other site by property.
    """

    properties: Mapping[tuple[Node, Node], int] = field(default_factory=dict)
    classes: Mapping[tuple[Node, Node, Node], int] = field(default_factory=dict)
    datatypes: Mapping[tuple[Node, Node, Node], int] = field(default_factory=dict)
    links: Mapping[tuple[str, Node], int] = field(default_factory=dict)


def count(triples: Collection[Triple], base: str) -> Counts:
    """Return the numbers of a set of triples; an entity is a subject under the base."""
    classes: Counter[Node] = Counter()
    properties: Counter[Node] = Counter()
    subjects, objects = set(), set()
    for subject, predicate, value in triples:
        subjects.add(subject)
        objects.add(value)
        properties[predicate] += 1
        if predicate == RDF.type:
            classes[value] += 1
    entities = sum(str(subject).startswith(base) for subject in subjects)
    return Counts(len(triples), len(subjects), len(objects), entities, classes, properties)


def find_structure(stated: Collection[Triple], whole: Collection[Triple], base: str) -> Structure:
    """Return how the whole runs, by the classes and properties that are stated.

    What follows by super-classes and super-properties would say the same many times.
    """
    kinds = {value for _, predicate, value in stated if predicate == RDF.type}
    types: defaultdict[Node, set[Node]] = defaultdict(set)
    for subject, predicate, value in whole:
        if predicate == RDF.type and value in kinds:
            types[subject].add(value)
    pairs = {
        (kind, predicate)
        for subject, predicate, _ in stated
        for kind in types.get(subject, ())
        if predicate != RDF.type
    }
    properties: Counter[tuple[Node, Node]] = Counter()
    classes: Counter[tuple[Node, Node, Node]] = Counter()
    datatypes: Counter[tuple[Node, Node, Node]] = Counter()
    links: Counter[tuple[str, Node]] = Counter()
    for subject, predicate, value in whole:
        for kind in types.get(subject, ()):
            if (kind, predicate) in pairs:
                properties[kind, predicate] += 1
                classes.update((kind, predicate, other) for other in types.get(value, ()))
                if isinstance(value, Literal):
                    datatypes[kind, predicate, find_datatype(value)] += 1
        is_own = str(subject).startswith(base)
        if predicate in LINKS and is_own and not str(value).startswith(base):
            links[find_site(str(value)), predicate] += 1
    return Structure(properties, classes, datatypes, links)


def find_datatype(value: Literal) -> URIRef:
    """Return the datatype of a literal as SPARQL gives it."""
    return RDF.langString if value.language else value.datatype or XSD.string


def find_site(iri: str) -> str:
    """Return the name of the site that an IRI belongs to.

    >>> find_site("http://www.wikidata.org/entity/Q1")
    'www.wikidata.org'
    """
    return urlsplit(iri).netloc


def describe_partitions(iris: Iris, counts: Counts, structure: Structure) -> Triples:
    """Yield the partitions by class and by property, and within each class.

    A partition by class has an address of its own, and those within it are parts of that.
    """
    dataset = iris("dataset")
    for term, size in counts.classes.items():
        node = _find_class(iris, term)
        yield dataset, VOID.classPartition, node
        yield from _describe(node, f"Partition by class {_name(term)}", VOID.entities, size)
        yield node, VOID["class"], URIRef(str(term))
    for term, size in counts.properties.items():
        node = iris("void", f"property-{_slug(term)}")
        yield dataset, VOID.propertyPartition, node
        yield from _describe(node, f"Partition by property {_name(term)}", VOID.triples, size)
        yield node, VOID.property, URIRef(str(term))
    for (kind, term), size in structure.properties.items():
        whole = _find_class(iris, kind)
        node = URIRef(f"{whole}#{_slug(term)}")
        label = f"Partition by class {_name(kind)} and property {_name(term)}"
        yield whole, VOID.propertyPartition, node
        yield from _describe(node, label, VOID.triples, size)
        yield node, VOID.property, URIRef(str(term))
    for by_class in structure.classes.items():
        yield from _describe_values(iris, *by_class, VOID.classPartition, VOID["class"])
    for by_datatype in structure.datatypes.items():
        yield from _describe_values(
            iris, *by_datatype, VOID_EXT.datatypePartition, VOID_EXT.datatype
        )


def _find_class(iris: Iris, term: Node) -> URIRef:
    return iris(f"partition/{_slug(term)}")


def _describe_values(
    iris: Iris, terms: tuple[Node, Node, Node], size: int, partition: URIRef, member: URIRef
) -> Triples:
    """Yield the partition of a class and property by the class or datatype of the value."""
    kind, term, value = terms
    whole = URIRef(f"{_find_class(iris, kind)}#{_slug(term)}")
    node = URIRef(f"{whole}--{_slug(value)}")
    names = [_name(found) for found in terms]
    label = "Partition by class {} and property {} with values of {}".format(*names)
    yield whole, partition, node
    yield from _describe(node, label, VOID.triples, size)
    yield node, member, URIRef(str(value))


def describe_links(iris: Iris, structure: Structure) -> Triples:
    """Yield a linkset for each other site and property, and what stands for that site."""
    for (site, term), size in structure.links.items():
        target = iris("void", f"target-{find_slug(site)}")
        node = iris("void", f"links-{find_slug(site)}-{_slug(term)}")
        yield target, RDF.type, VOID.Dataset
        yield target, SKOS.prefLabel, Literal(site, lang="en")
        yield target, VOID.uriRegexPattern, Literal(f"^https?://{re.escape(site)}/")
        name = f"Links to {site} by {_name(term)}"
        yield from _describe(node, name, VOID.triples, size)
        yield node, RDF.type, VOID.Linkset
        yield node, VOID.linkPredicate, URIRef(str(term))
        yield node, VOID.subjectsTarget, iris("dataset")
        yield node, VOID.objectsTarget, target


def _describe(node: URIRef, label: str, number: URIRef, size: int) -> Triples:
    yield node, RDF.type, VOID.Dataset
    yield node, SKOS.prefLabel, Literal(label, lang="en")
    yield node, number, Literal(size, datatype=XSD.integer)


def _name(term: Node) -> str:
    return find_name(str(term))


def _slug(term: Node) -> str:
    return _name(term).replace(":", "-")


def find_name(iri: str) -> str:
    """Return an IRI as a prefixed name where its namespace is known."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def find_vocabularies(counts: Counts) -> list[str]:
    """Return the namespaces of the properties that are used, in the order of their prefixes."""
    return [
        namespace
        for namespace in PREFIXES.values()
        if any(str(term).startswith(namespace) for term in counts.properties)
    ]
