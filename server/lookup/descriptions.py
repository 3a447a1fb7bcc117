"""Describe a thing: what is said of it, what refers to it, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from server.formats import BY_NAME, HTML, Format
from server.http.messages import EncodingError
from server.lookup.citation import cite
from server.namespaces import DCTERMS, FOAF, PROV, RDF, RDF_TYPE, RDFS, SCHEMA, SKOS, VOID
from server.releases.graphs import order, read_value
from server.releases.service import Service

XSD_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")

INCOMING_PER_PAGE = 100
STATEMENTS_PER_PAGE = 100
IRIS_PER_QUERY = 200

# The documents of a thing, the page first: its address names the document in RDF.
DOCUMENTS: tuple[Format, ...] = (
    HTML,
    *(BY_NAME[name] for name in ("ttl", "nt", "jsonld", "rdf", "trig")),
)


@dataclass(frozen=True)
class Description:
    """Hold the description of one thing.

    ``own`` are the triples of the thing, of its parts (the IRIs with its path and a fragment) and
    of its participations,
    ``incoming`` one page of the triples that have it as value, ``statements`` one page of the
    statements behind it with what they are made of, ``texts`` the labels and sentences of
    everything named, ``about`` the triples on the document itself, ``citation`` how to cite
    the thing.
    """

    iri: str
    page: int
    pages: int
    own: tuple[Triple, ...]
    incoming: tuple[Triple, ...]
    statements: tuple[Triple, ...]
    statement_iris: tuple[str, ...]
    texts: tuple[Triple, ...]
    about: tuple[Triple, ...]
    citation: str

    @property
    def triples(self) -> Iterator[Triple]:
        """Yield every triple of the description, some of them twice."""
        for part in (self.own, self.incoming, self.statements, self.texts, self.about):
            yield from part


def _prefixes(service: Service) -> str:
    return (
        f"PREFIX cdce: <{service.ontology}> PREFIX rdf: <{RDF}> PREFIX rdfs: <{RDFS}> "
        f"PREFIX skos: <{SKOS}> PREFIX prov: <{PROV}> PREFIX schema: <{SCHEMA}> "
        f"PREFIX dcterms: <{DCTERMS}> "
    )


_OWN = """
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ BIND(<{iri}> AS ?s) }}
  UNION {{ <{iri}> ?a ?s FILTER(isIRI(?s) && STRSTARTS(STR(?s), "{iri}#")) }}
  UNION {{ <{iri}> ?a ?b . ?b ?c ?s
    FILTER(isIRI(?b) && STRSTARTS(STR(?b), "{iri}#"))
    FILTER(isIRI(?s) && STRSTARTS(STR(?s), "{iri}#")) }}
  UNION {{ ?s rdfs:isDefinedBy <{iri}> FILTER(STRSTARTS(STR(?s), "{iri}#")) }}
  UNION {{ ?s cdce:party <{iri}> }}
  ?s ?p ?o }}"""

# Statements are listed apart; what a statement says of the thing is not a triple on it.
_REFERS = "?s ?p <{iri}> FILTER(?p NOT IN (rdf:subject, rdf:object, rdfs:isDefinedBy))"
_INCOMING = "SELECT ?s ?p WHERE {{ " + _REFERS + " }} ORDER BY ?s ?p LIMIT {limit} OFFSET {offset}"
_INCOMING_SIZE = "SELECT (COUNT(*) AS ?triples) WHERE {{ " + _REFERS + " }}"

_BEHIND = """
  {{ ?statement rdf:subject <{iri}> ; a cdce:Statement }}
  UNION {{ ?statement rdf:object <{iri}> ; a cdce:Statement }}
  UNION {{ ?statement prov:wasDerivedFrom <{iri}> ; a cdce:Statement }}
  UNION {{ ?participation cdce:party <{iri}> .
    ?statement rdf:subject ?participation ; a cdce:Statement }}"""
_STATEMENTS = (
    "SELECT DISTINCT ?statement ?position WHERE {{ "
    + _BEHIND
    + " OPTIONAL {{ ?statement prov:wasDerivedFrom/schema:position ?position }} }}"
    " ORDER BY (!BOUND(?position)) ?position ?statement LIMIT {limit} OFFSET {offset}"
)
_STATEMENTS_SIZE = "SELECT (COUNT(DISTINCT ?statement) AS ?triples) WHERE {{ " + _BEHIND + " }}"
_STATEMENT_TRIPLES = """
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ VALUES ?s {{ {values} }} ?s ?p ?o }}
  UNION {{ VALUES ?statement {{ {values} }} VALUES ?p {{ cdce:plainText }}
    ?statement cdce:words ?s . ?s ?p ?o }} }}"""
_TEXTS = """
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  VALUES ?s {{ {values} }}
  ?s ?p ?o FILTER(?p IN (skos:prefLabel, rdfs:label, cdce:plainText, schema:text))
  FILTER(LANG(?o) IN ("en", "")) }}"""
_IS_DESCRIBED = (
    "SELECT (COUNT(*) AS ?triples) WHERE {{ SELECT ?p WHERE {{ <{iri}> ?p ?o }} LIMIT 1 }}"
)


def is_described(iri: str, service: Service) -> bool:
    """Return whether the graph says anything of an IRI."""
    return service.count(_IS_DESCRIBED.format(iri=iri)) > 0


def describe(iri: str, page: int, service: Service) -> Description | None:
    """Return a page of the description of a thing, or None if there is no such page.

    Pages count from 1; the first holds all there is for most things.
    """
    own = service.list_triples(_prefixes(service) + _OWN.format(iri=iri))
    own = order([*own, *service.release.shapes.describe(iri)], iri)
    pages = _count_pages(iri, service)
    if not own or not 1 <= page <= pages:
        return None
    incoming = _list_incoming(iri, page, service)
    statement_iris = _list_statements(iri, page, service)
    statements = order(ask_about(_STATEMENT_TRIPLES, statement_iris, service))
    named = sorted({name for t in (*own, *incoming, *statements) for name in _list_names(t)})
    citation = _cite(iri, own, service)
    return Description(
        iri=iri,
        page=page,
        pages=pages,
        own=tuple(own),
        incoming=tuple(incoming),
        statements=tuple(statements),
        statement_iris=tuple(statement_iris),
        texts=tuple(_list_texts([name for name in named if name != iri], service)),
        about=tuple(_describe_document(iri, page, pages, citation, service)),
        citation=citation,
    )


def _count_pages(iri: str, service: Service) -> int:
    """Return how many pages the longer of the two lists takes; an empty one takes one."""
    prefixes = _prefixes(service)
    incoming = service.count(prefixes + _INCOMING_SIZE.format(iri=iri))
    statements = service.count(prefixes + _STATEMENTS_SIZE.format(iri=iri))
    return max(1, -(-incoming // INCOMING_PER_PAGE), -(-statements // STATEMENTS_PER_PAGE))


def _list_incoming(iri: str, page: int, service: Service) -> list[Triple]:
    """Return the triples that have a thing as value, those of the shapes among them."""
    text = _prefixes(service) + _fill(_INCOMING, iri, page, INCOMING_PER_PAGE)
    triples = [
        Triple(row["s"], row["p"], NamedNode(iri))  # type: ignore[arg-type]
        for row in service.list_rows(text)
    ]
    return triples + service.release.shapes.list_incoming(iri)


def _list_statements(iri: str, page: int, service: Service) -> list[str]:
    """Return the statements behind a thing, in the order of the document, then the others."""
    text = _prefixes(service) + _fill(_STATEMENTS, iri, page, STATEMENTS_PER_PAGE)
    return [read_value(row["statement"]) for row in service.list_rows(text)]


def _fill(template: str, iri: str, page: int, limit: int) -> str:
    return template.format(iri=iri, limit=limit, offset=(page - 1) * limit)


def ask_about(template: str, iris: Iterable[str], service: Service) -> list[Triple]:
    """Return the triples of a query about some IRIs, asked in batches, with its prefixes."""
    ordered = sorted(iri for iri in iris if iri.isprintable() and not set(iri) & set('<>"{}|\\^`'))
    found: list[Triple] = []
    for start in range(0, len(ordered), IRIS_PER_QUERY):
        values = " ".join(f"<{iri}>" for iri in ordered[start : start + IRIS_PER_QUERY])
        found += service.list_triples(_prefixes(service) + template.format(values=values))
    return found


def _list_texts(iris: list[str], service: Service) -> list[Triple]:
    """Return one label and one text of each thing: derived ones say nothing new."""
    triples = [*ask_about(_TEXTS, iris, service), *service.release.shapes.list_texts(iris)]
    present = {(triple.subject, triple.predicate.value) for triple in triples}
    better = {
        RDFS + "label": SKOS + "prefLabel",
        SCHEMA + "text": f"{service.ontology}plainText",
    }
    return [
        triple
        for triple in order(triples)
        if (triple.subject, better.get(triple.predicate.value)) not in present
    ]


def _list_names(triple: Triple) -> Iterable[str]:
    yield triple.predicate.value
    for term in (triple.subject, triple.object):
        if isinstance(term, NamedNode):
            yield term.value
        elif isinstance(term, Literal) and not term.language:
            yield term.datatype.value


def find_document(iri: str, suffix: str, page: int, service: Service) -> str:
    """Return the address of a document on a thing."""
    path = service.find_path(iri)
    if path is None:
        raise EncodingError(f"{iri} is not an IRI of this site.")
    return f"{service.site}/{path}{suffix}" + (f"?page={page}" if page > 1 else "")


def _cite(iri: str, own: Iterable[Triple], service: Service) -> str:
    """Return how to cite a thing, by its English label."""
    names = [
        read_value(triple.object)
        for triple in own
        if read_value(triple.subject) == iri
        and triple.predicate.value == SKOS + "prefLabel"
        and isinstance(triple.object, Literal)
        and triple.object.language == "en"
    ]
    name = names[0] if names else service.find_path(iri) or iri
    return cite(iri, name, service.release)


def _describe_document(
    iri: str, page: int, pages: int, citation: str, service: Service
) -> Iterator[Triple]:
    """Yield what is to be known of the document: topic, dataset, licence, citation, date, forms."""
    release = service.release
    document = NamedNode(find_document(iri, HTML.suffix, page, service))
    yield Triple(document, NamedNode(RDF_TYPE), NamedNode(FOAF + "Document"))
    yield Triple(document, NamedNode(FOAF + "primaryTopic"), NamedNode(iri))
    yield Triple(document, NamedNode(VOID + "inDataset"), NamedNode(release.dataset))
    yield Triple(document, NamedNode(DCTERMS + "license"), NamedNode(release.licence))
    cited = Literal(citation, language="en")
    yield Triple(document, NamedNode(DCTERMS + "bibliographicCitation"), cited)
    if release.issued:
        issued = Literal(release.issued, datatype=XSD_DATE)
        yield Triple(document, NamedNode(DCTERMS + "modified"), issued)
    for format_ in DOCUMENTS[1:]:
        other = find_document(iri, format_.suffix, page, service)
        yield Triple(document, NamedNode(DCTERMS + "hasFormat"), NamedNode(other))
    if page < pages:
        other = find_document(iri, HTML.suffix, page + 1, service)
        yield Triple(document, NamedNode(RDFS + "seeAlso"), NamedNode(other))
