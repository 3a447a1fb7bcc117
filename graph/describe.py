"""The graphs → one description of the dataset: VoID, DCAT, licences, every number counted.

Source: https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from graph.claims import build_date
from graph.derive import Triple
from graph.iris import Iris
from graph.terms import CDCE, DCAT, DCTERMS, FOAF, PREFIXES, PROV, SKOS, VOID
from graph.treaty import Treaty

FORMATS = "http://www.w3.org/ns/formats/"
DUMPS: Mapping[str, str] = {
    "graph.ttl": "Turtle",
    "graph.nt": "N-Triples",
    "graph.rdf": "RDF_XML",
    "graph.nq": "N-Quads",
    "graph.trig": "TriG",
    "graph.jsonld": "JSON-LD",
}
DESCRIBED: Mapping[str, str] = {
    "article": "The document, its passages and what they state",
    "evidence": "Statements from outside the document",
    "register": "Participations, conflicts of sources and computed dates",
    "countries": "Codes, regions and links of the Parties",
    "labels": "Names of the Parties",
    "thesaurus": "Labels and links of concepts from the thesaurus",
    "links": "Links to other datasets and pages",
    "provisions": "Provisions of the instrument",
    "catalogue": "Labels, definitions and readings of our own",
    "ontology": "The vocabulary",
    "description": "The description of the dataset",
    "derived": "What follows by sub-classes, sub-properties and the dates of the Parties",
}
Triples = Iterator[tuple[URIRef, URIRef, URIRef | Literal]]


@dataclass(frozen=True)
class Counts:
    """The numbers of one set of triples."""

    triples: int
    subjects: int
    objects: int
    entities: int
    classes: Mapping[Node, int]
    properties: Mapping[Node, int]


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


def describe(treaty: Treaty, sizes: Mapping[str, int], counts: Counts) -> Graph:
    """Return the description of the dataset, for ``/graph/description``.

    ``sizes`` gives the triples of each named graph.
    """
    graph = Graph(bind_namespaces="none")
    iris = Iris(treaty.dataset.base)
    for part in (
        _describe_dataset(treaty, iris, counts),
        _describe_graphs(treaty, iris, sizes),
        _describe_partitions(iris, counts),
    ):
        for triple in part:
            graph.add(triple)
    return graph


def _describe_dataset(treaty: Treaty, iris: Iris, counts: Counts) -> Triples:
    dataset, values = iris("dataset"), treaty.dataset
    yield dataset, RDF.type, VOID.Dataset
    yield dataset, RDF.type, DCAT.Dataset
    yield dataset, SKOS.prefLabel, Literal(values.title, lang="en")
    yield dataset, DCTERMS.title, Literal(values.title, lang="en")
    yield dataset, DCTERMS.description, Literal(values.description, lang="en")
    yield dataset, DCTERMS.license, URIRef(values.licence)
    yield dataset, DCTERMS.rights, Literal(values.attribution, lang="en")
    yield dataset, DCTERMS.publisher, iris(values.publisher)
    yield dataset, DCTERMS.issued, build_date(values.issued)
    yield dataset, DCAT.version, Literal(values.version)
    yield dataset, CDCE.completeTo, build_date(treaty.register.complete_to)
    yield dataset, FOAF.homepage, iris("")
    yield dataset, PROV.wasDerivedFrom, iris(treaty.document.iri)
    for word in values.keywords:
        yield dataset, DCAT.keyword, Literal(word, lang="en")
    for example in values.examples:
        yield dataset, VOID.exampleResource, iris(example)
    yield dataset, VOID.uriSpace, Literal(values.base)
    yield dataset, VOID.sparqlEndpoint, iris("sparql")
    yield iris("sparql"), RDF.type, DCAT.DataService
    yield iris("sparql"), SKOS.prefLabel, Literal("SPARQL endpoint", lang="en")
    yield iris("sparql"), DCAT.endpointURL, iris("sparql")
    yield iris("sparql"), DCAT.servesDataset, dataset
    for file, name in DUMPS.items():
        yield dataset, VOID.dataDump, iris(f"dumps/{values.version}/{file}")
        yield dataset, VOID.feature, URIRef(FORMATS + name)
    for namespace in PREFIXES.values():
        if any(str(term).startswith(namespace) for term in counts.properties):
            own = str(CDCE) == namespace
            yield dataset, VOID.vocabulary, URIRef(namespace.rstrip("#") if own else namespace)
    numbers = {
        VOID.triples: counts.triples,
        VOID.entities: counts.entities,
        VOID.classes: len(counts.classes),
        VOID.properties: len(counts.properties),
        VOID.distinctSubjects: counts.subjects,
        VOID.distinctObjects: counts.objects,
    }
    for term, number in numbers.items():
        yield dataset, term, Literal(number)


def _describe_graphs(treaty: Treaty, iris: Iris, sizes: Mapping[str, int]) -> Triples:
    for slug, size in sizes.items():
        graph, note = iris(f"graph/{slug}"), treaty.graphs[slug]
        yield iris("dataset"), VOID.subset, graph
        yield graph, RDF.type, VOID.Dataset
        yield graph, SKOS.prefLabel, Literal(DESCRIBED[slug], lang="en")
        yield graph, DCTERMS.license, URIRef(note.licence)
        yield graph, DCTERMS.rights, Literal(note.attribution, lang="en")
        for source in note.source:
            yield graph, DCTERMS.source, iris(source)
        yield graph, VOID.triples, Literal(size)
        if slug == "register":
            yield graph, CDCE.completeTo, build_date(treaty.register.complete_to)


def _describe_partitions(iris: Iris, counts: Counts) -> Triples:
    kinds = (
        ("class", VOID.classPartition, VOID["class"], VOID.entities, counts.classes),
        ("property", VOID.propertyPartition, VOID.property, VOID.triples, counts.properties),
    )
    for kind, partition, member, number, found in kinds:
        for term, size in found.items():
            name = find_name(str(term))
            node = iris("dataset", f"{kind}-{name.replace(':', '-')}")
            yield iris("dataset"), partition, node
            yield node, RDF.type, VOID.Dataset
            yield node, SKOS.prefLabel, Literal(f"Partition by {kind} {name}", lang="en")
            yield node, member, URIRef(str(term))
            yield node, number, Literal(size, datatype=XSD.integer)


def find_name(iri: str) -> str:
    """Return an IRI as a prefixed name where its namespace is known."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
