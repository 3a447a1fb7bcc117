"""The files of a release and the catalogue they stand in, in the terms of DCAT 3.

What a file is can be said before it is written, and is part of the dataset; its size and its sum
cannot, and are said in a file of their own.

Source: https://www.w3.org/TR/vocab-dcat-3/, https://semiceu.github.io/DCAT-AP/releases/3.0.1/
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.iris import Iris
from graph.terms import DCAT, DCTERMS, FOAF, PROV, SCHEMA, SKOS, SPDX, VOID, Triples
from graph.treaty import Treaty

IANA = "https://www.iana.org/assignments/media-types/"
FORMATS = "http://www.w3.org/ns/formats/"
FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
ENGLISH = URIRef("http://publications.europa.eu/resource/authority/language/ENG")
PROTOCOL = URIRef("https://www.w3.org/TR/sparql11-protocol/")
CANONICAL = URIRef("https://www.w3.org/TR/rdf-canon/")
CATALOGUE = "catalogue.ttl"
SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Kind:
    """A kind of file by its suffix: media type, and names by the W3C and by the EU."""

    media_type: str
    w3c: str
    eu: str


KINDS: Mapping[str, Kind] = {
    "ttl": Kind("text/turtle", "Turtle", "RDF_TURTLE"),
    "nt": Kind("application/n-triples", "N-Triples", "RDF_N_TRIPLES"),
    "rdf": Kind("application/rdf+xml", "RDF_XML", "RDF_XML"),
    "nq": Kind("application/n-quads", "N-Quads", "RDF_N_QUADS"),
    "trig": Kind("application/trig", "TriG", "RDF_TRIG"),
    "jsonld": Kind("application/ld+json", "JSON-LD", "JSON_LD"),
    "csv": Kind("text/csv", "", "CSV"),
    "txt": Kind("text/plain", "", "TXT"),
}
WHOLE: Mapping[str, str] = {
    "graph.ttl": "everything in Turtle, to load into any RDF tool",
    "graph.nt": "everything in N-Triples, sorted, to compare and to stream",
    "graph.rdf": "everything in RDF/XML, for tools that read nothing newer",
    "graph.nq": "everything in N-Quads, one named graph a licence, to load into a store",
    "graph.trig": "the same in TriG, to read",
    "graph.jsonld": "the same in JSON-LD, for web developers",
    "canonical.nq": "the same in canonical N-Quads (RDFC-1.0): its sum is that of the data",
}
PARTS: Mapping[str, str] = {
    "facts.ttl": "what is asserted, without the statements behind it",
    "parties.csv": "the Parties as a table",
    "statements.csv": "the statements as a table, each with its sentence and source",
}
BESIDE: Mapping[str, str] = {
    "ontology.ttl": "the vocabulary",
    "shapes.ttl": "the rules that the graph conforms to, in SHACL",
    "report.ttl": "the report of the validation",
    "void.ttl": "the description of the dataset: VoID, DCAT, licences, counts",
    "README.txt": "what each file is, and the licence of each named graph",
}


def list_files(slugs: Collection[str]) -> dict[str, str]:
    """Return the name of each file that a release describes, and what it is.

    ``slugs`` are those of the named graphs; what can be packed is also there packed.
    """
    packed = {f"{name}.gz": f"{use}; packed" for name, use in WHOLE.items()}
    graphs = {f"graph-{slug}.nt": f"the named graph {slug} in N-Triples" for slug in slugs}
    packed |= {f"{name}.gz": f"{use}; packed" for name, use in graphs.items()}
    return {**WHOLE, **PARTS, **BESIDE, **graphs, **packed}


def find_file(treaty: Treaty, name: str) -> str:
    """Return the path of a file of the release: where it is, and what it is called."""
    return f"dumps/{treaty.dataset.version}/{name}"


def describe_catalogue(treaty: Treaty, publisher: str) -> Triples:
    """Yield the catalogue, the document on the dataset, the endpoint and the publisher."""
    iris, values = Iris(treaty.dataset.base), treaty.dataset
    dataset, agent = iris("dataset"), iris(values.publisher)
    catalogue, void, service, home = (iris(path) for path in ("catalogue", "void", "sparql", ""))
    yield agent, RDF.type, FOAF.Agent
    yield agent, FOAF.name, Literal(publisher)
    yield home, RDF.type, SCHEMA.WebPage
    yield home, SKOS.prefLabel, Literal(f"{values.title}: front page", lang="en")
    yield from _name(catalogue, DCAT.Catalog, f"Catalogue of the {values.title}")
    yield catalogue, FOAF.homepage, home
    yield catalogue, DCAT.dataset, dataset
    yield catalogue, DCAT.service, service
    yield from _name(void, VOID.DatasetDescription, f"Description of the {values.title}")
    yield void, FOAF.primaryTopic, dataset
    yield from _name(service, DCAT.DataService, "SPARQL endpoint")
    yield service, DCAT.endpointURL, service
    yield service, DCAT.endpointDescription, service
    yield service, DCTERMS.conformsTo, PROTOCOL
    yield service, DCAT.servesDataset, dataset
    for node in (catalogue, service):
        yield node, DCTERMS.description, Literal(values.description, lang="en")
        yield node, DCTERMS.license, URIRef(values.licence)
    for node in (catalogue, void, service):
        yield node, DCTERMS.publisher, agent
    for node in (catalogue, void):
        yield node, DCTERMS.language, ENGLISH
        yield node, DCTERMS.issued, Literal(values.issued.isoformat(), datatype=XSD.date)
        yield node, DCTERMS.modified, Literal(values.issued.isoformat(), datatype=XSD.date)


def _name(node: URIRef, kind: URIRef, title: str) -> Triples:
    yield node, RDF.type, kind
    yield node, SKOS.prefLabel, Literal(title, lang="en")
    yield node, DCTERMS.title, Literal(title, lang="en")


def describe_files(treaty: Treaty, slugs: Collection[str]) -> Triples:
    """Yield each file as a distribution; a file is named by the address where it can be had."""
    iris, values = Iris(treaty.dataset.base), treaty.dataset
    for name, use in list_files(slugs).items():
        node = iris(find_file(treaty, name))
        graph = name.removesuffix(".gz").removesuffix(".nt").removeprefix("graph-")
        licence = treaty.graphs[graph].licence if graph in slugs else values.licence
        kind = KINDS[name.removesuffix(".gz").rpartition(".")[2]]
        yield iris("dataset"), DCAT.distribution, node
        yield node, RDF.type, DCAT.Distribution
        yield node, SKOS.prefLabel, Literal(f"{name} of {values.version}", lang="en")
        yield node, DCTERMS.title, Literal(name, lang="en")
        yield node, DCTERMS.description, Literal(use[0].upper() + use[1:], lang="en")
        yield node, DCTERMS.license, URIRef(licence)
        yield node, DCAT.accessURL, node
        yield node, DCAT.downloadURL, node
        yield node, DCAT.mediaType, URIRef(IANA + kind.media_type)
        yield node, DCTERMS["format"], URIRef(FILE_TYPES + kind.eu)
        if name.endswith(".gz"):
            yield node, DCAT.compressFormat, URIRef(f"{IANA}application/gzip")
        if name.removesuffix(".gz") in WHOLE:
            yield iris("dataset"), VOID.dataDump, node
            yield iris("dataset"), VOID.feature, URIRef(FORMATS + kind.w3c)
        if graph in slugs:
            yield iris(f"graph/{graph}"), VOID.dataDump, node
        if name.startswith("canonical"):
            yield node, DCTERMS.conformsTo, CANONICAL


def describe_making(treaty: Treaty) -> Triples:
    """Yield how the dataset came about: from which sources, by whom."""
    iris, values = Iris(treaty.dataset.base), treaty.dataset
    build = iris("activity/build")
    yield iris("dataset"), PROV.wasGeneratedBy, build
    yield build, RDF.type, PROV.Activity
    yield build, SKOS.prefLabel, Literal(f"Building of release {values.version}", lang="en")
    yield build, PROV.wasAssociatedWith, iris(values.publisher)
    for path in sorted(
        {treaty.document.iri, *(s for g in treaty.graphs.values() for s in g.source)}
    ):
        yield build, PROV.used, iris(path)


def measure(treaty: Treaty, description: Graph, files: Mapping[str, bytes]) -> Graph:
    """Return the catalogue: what the description says of it and of files, with size and sum."""
    iris = Iris(treaty.dataset.base)
    found = Graph(bind_namespaces="none")
    kinds = (DCAT.Catalog, DCAT.Dataset, DCAT.DataService, DCAT.Distribution, FOAF.Agent)
    for kind in kinds:
        for node in description.subjects(RDF.type, kind):
            for triple in description.triples((node, None, None)):
                if triple[1] not in (VOID.classPartition, VOID.propertyPartition):
                    found.add(triple)
    for triple in measure_files(iris(find_file(treaty, "")), files):
        found.add(triple)
    return found


def measure_files(folder: str, files: Mapping[str, bytes]) -> Triples:
    """Yield the size and the sum of each file of a folder, whose address is given."""
    for name, data in files.items():
        yield from _measure(URIRef(folder + name), name, data)


def _measure(node: URIRef, name: str, data: bytes) -> Triples:
    checksum = URIRef(f"{node}#checksum")
    digest = hashlib.sha256(data).hexdigest()
    yield node, DCAT.byteSize, Literal(str(len(data)), datatype=XSD.nonNegativeInteger)
    yield node, SPDX.checksum, checksum
    yield checksum, RDF.type, SPDX.Checksum
    yield checksum, SKOS.prefLabel, Literal(f"SHA-256 of {name}", lang="en")
    yield checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256
    yield checksum, SPDX.checksumValue, Literal(digest, datatype=XSD.hexBinary)
