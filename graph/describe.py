"""The graphs → one description of the dataset: VoID, DCAT, licences, every number counted.

Source: https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/
"""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import RDF, Graph, Literal, URIRef

from graph.claims import build_date
from graph.dcat import ENGLISH, describe_catalogue, describe_files, describe_making
from graph.iris import Iris
from graph.partitions import (
    Counts,
    Structure,
    describe_links,
    describe_partitions,
    find_vocabularies,
)
from graph.terms import CDCE, DCAT, DCTERMS, FOAF, PROV, SKOS, VOID, Triples
from graph.treaty import Treaty

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


def describe(
    treaty: Treaty,
    sizes: Mapping[str, int],
    counts: Counts,
    structure: Structure,
    publisher: str,
) -> Graph:
    """Return the description of the dataset, for ``/graph/description``.

    ``sizes`` gives the triples of each named graph, ``publisher`` the name of who publishes.
    """
    graph = Graph(bind_namespaces="none")
    iris = Iris(treaty.dataset.base)
    for part in (
        _describe_dataset(treaty, iris),
        _describe_numbers(iris, counts),
        _describe_graphs(treaty, iris, sizes),
        describe_partitions(iris, counts, structure),
        describe_links(iris, structure),
        describe_catalogue(treaty, publisher),
        describe_files(treaty, sizes),
        describe_making(treaty),
    ):
        for triple in part:
            graph.add(triple)
    return graph


def _describe_dataset(treaty: Treaty, iris: Iris) -> Triples:
    dataset, values = iris("dataset"), treaty.dataset
    yield dataset, RDF.type, VOID.Dataset
    yield dataset, RDF.type, DCAT.Dataset
    yield dataset, SKOS.prefLabel, Literal(values.title, lang="en")
    yield dataset, DCTERMS.title, Literal(values.title, lang="en")
    yield dataset, DCTERMS.description, Literal(values.description, lang="en")
    yield dataset, DCTERMS.license, URIRef(values.licence)
    yield dataset, DCTERMS.rights, Literal(values.attribution, lang="en")
    yield dataset, DCTERMS.publisher, iris(values.publisher)
    yield dataset, DCTERMS.creator, iris(values.publisher)
    yield dataset, DCTERMS.issued, build_date(values.issued)
    yield dataset, DCTERMS.modified, build_date(values.issued)
    yield dataset, DCTERMS.identifier, Literal(str(dataset))
    yield dataset, DCTERMS.language, ENGLISH
    yield dataset, DCAT.version, Literal(values.version)
    yield dataset, CDCE.completeTo, build_date(treaty.register.complete_to)
    yield dataset, FOAF.homepage, iris("")
    yield dataset, DCAT.landingPage, iris("")
    yield dataset, PROV.wasDerivedFrom, iris(treaty.document.iri)
    for word in values.keywords:
        yield dataset, DCAT.keyword, Literal(word, lang="en")
    for theme in values.themes:
        yield dataset, DCAT.theme, URIRef(theme)
    for example in values.examples:
        yield dataset, VOID.exampleResource, iris(example)
    yield dataset, VOID.uriSpace, Literal(values.base)
    yield dataset, VOID.sparqlEndpoint, iris("sparql")


def _describe_numbers(iris: Iris, counts: Counts) -> Triples:
    dataset = iris("dataset")
    for namespace in find_vocabularies(counts):
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
        yield graph, DCTERMS.title, Literal(DESCRIBED[slug], lang="en")
        yield graph, DCTERMS.isPartOf, iris("dataset")
        yield graph, DCTERMS.license, URIRef(note.licence)
        yield graph, DCTERMS.rights, Literal(note.attribution, lang="en")
        for source in note.source:
            yield graph, DCTERMS.source, iris(source)
        yield graph, VOID.triples, Literal(size)
        if slug == "register":
            yield graph, CDCE.completeTo, build_date(treaty.register.complete_to)
