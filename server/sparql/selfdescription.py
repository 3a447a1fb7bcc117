"""Describe the SPARQL endpoint in its own terms: what it speaks, holds and allows.

Source: https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Triple

from server.formats import FORMATS
from server.namespaces import DCTERMS, RDF_TYPE, RDFS, VOID
from server.releases.service import Service

SD = "http://www.w3.org/ns/sparql-service-description#"
SIMPLE = "http://www.w3.org/ns/entailment/Simple"
INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")

Value = NamedNode | Literal


def describe_service(service: Service) -> list[Triple]:
    """Return the description of the endpoint; every node of it has an IRI."""
    endpoint = service.endpoint
    me, dataset = f"{endpoint}#service", f"{endpoint}#dataset"
    facts: list[tuple[str, str, Value]] = [
        (me, RDF_TYPE, NamedNode(SD + "Service")),
        (me, SD + "endpoint", NamedNode(endpoint)),
        (me, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Query")),
        (me, SD + "defaultEntailmentRegime", NamedNode(SIMPLE)),
        (me, SD + "defaultDataset", NamedNode(dataset)),
        (me, SD + "availableGraphs", NamedNode(dataset)),
        (me, DCTERMS + "title", Literal(service.release.title, language="en")),
        (me, DCTERMS + "license", NamedNode(service.release.licence)),
        (me, DCTERMS + "source", NamedNode(service.release.dataset)),
    ]
    facts += [(me, SD + "resultFormat", NamedNode(found.w3c)) for found in FORMATS]
    facts += [(me, RDFS + "comment", Literal(text, language="en")) for text in list_limits(service)]
    if service.is_union:
        facts.append((me, SD + "feature", NamedNode(SD + "UnionDefaultGraph")))
    facts += _describe_dataset(service, dataset)
    return [Triple(NamedNode(s), NamedNode(p), o) for s, p, o in facts]


def list_limits(service: Service) -> list[str]:
    """Return each limit of the service as a sentence with its name and value."""
    return [
        f"{limit.meaning} {limit.name} = {limit.value}" for limit in service.settings.describe()
    ]


def _describe_dataset(service: Service, dataset: str) -> list[tuple[str, str, Value]]:
    default = f"{service.endpoint}#default-graph"
    facts: list[tuple[str, str, Value]] = [
        (dataset, RDF_TYPE, NamedNode(SD + "Dataset")),
        (dataset, RDF_TYPE, NamedNode(SD + "GraphCollection")),
        (dataset, SD + "defaultGraph", NamedNode(default)),
        (default, RDF_TYPE, NamedNode(SD + "Graph")),
        (default, VOID + "triples", Literal(str(service.default_size), datatype=INTEGER)),
    ]
    for number, (name, size) in enumerate(service.graphs.items(), 1):
        named, graph = (
            f"{service.endpoint}#named-graph-{number}",
            f"{service.endpoint}#graph-{number}",
        )
        facts += [
            (dataset, SD + "namedGraph", NamedNode(named)),
            (named, RDF_TYPE, NamedNode(SD + "NamedGraph")),
            (named, SD + "name", NamedNode(name)),
            (named, SD + "graph", NamedNode(graph)),
            (graph, RDF_TYPE, NamedNode(SD + "Graph")),
            (graph, VOID + "triples", Literal(str(size), datatype=INTEGER)),
        ]
    return facts
