"""Everything that was read → the named graphs, one licence each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from rdflib import RDF, Graph, Literal, URIRef

from graph.apparatus import Writer
from graph.claims import build_date
from graph.iris import Iris
from graph.register import Participation, Register
from graph.statements import Statement, Words
from graph.terms import (
    CDCE,
    CERTAINTY,
    CONSENT_TYPE,
    DCTERMS,
    MODALITY,
    OA,
    PROV,
    SKOS,
    Triple,
    Triples,
)

# The named graphs, in the order in which the data flows; a slug is a path under graph/.
SLUGS = (
    "article",
    "evidence",
    "register",
    "countries",
    "labels",
    "thesaurus",
    "links",
    "provisions",
    "catalogue",
    "ontology",
    "description",
    "derived",
)
Graphs = Mapping[str, Graph]


def build_register(register: Register, instrument: str, iris: Iris) -> Graph:
    """Return the Parties and their participations, for ``/graph/register``."""
    graph = Graph(bind_namespaces="none")
    for party in register.participations:
        for triple in _build_participation(party, instrument, iris):
            graph.add(triple)
    return graph


def _build_participation(party: Participation, instrument: str, iris: Iris) -> Triples:
    agent, thing = iris(f"party/{party.code}"), iris(party.key)
    kind = CDCE.RegionalIntegrationOrganization if party.is_organization else CDCE.State
    yield agent, RDF.type, kind
    yield agent, SKOS.prefLabel, Literal(party.name, lang="en")
    yield thing, RDF.type, CDCE.Participation
    yield thing, SKOS.prefLabel, Literal(f"Participation of {party.name}", lang="en")
    yield thing, CDCE.party, agent
    yield thing, CDCE.instrument, iris(instrument)
    yield thing, CDCE.depositDate, build_date(party.deposit)
    yield thing, CDCE.hasDeclarationOrReservation, Literal(party.has_declaration)
    if party.kind:
        yield thing, CDCE.consentType, CONSENT_TYPE[party.kind]
    if party.effective:
        yield thing, CDCE.effectiveDate, build_date(party.effective)
        yield thing, CDCE.effectiveDateByRule, build_date(party.effective)
    for term, document in zip((CDCE.firstSource, CDCE.secondSource), party.sources, strict=False):
        yield thing, term, iris(document)
    for note in party.notes:
        yield thing, SKOS.note, Literal(note, lang="en")


def write_statements(
    statements: Sequence[Statement], graphs: Graphs, writer: Writer, iris: Iris
) -> None:
    """Add each statement to its graph, and its triple beside it where it is asserted."""
    for statement in statements:
        graph = graphs[statement.graph]
        for triple in _build_statement(statement, iris):
            graph.add(triple)
        if statement.asserted:
            graph.add(statement.triple)
        if statement.words:
            _write_words(statement.key, statement.words, writer, iris)


def _build_statement(statement: Statement, iris: Iris) -> Triples:
    thing = iris(f"statement/{statement.key}")
    subject, predicate, value = statement.triple
    yield thing, RDF.type, CDCE.Statement
    yield thing, SKOS.prefLabel, Literal(f"Statement {statement.key}", lang="en")
    yield thing, RDF.subject, subject  # type: ignore[misc]
    yield thing, RDF.predicate, predicate  # type: ignore[misc]
    yield thing, RDF.object, value  # type: ignore[misc]
    yield thing, CDCE.modality, MODALITY[statement.modality]
    yield thing, CDCE.asserted, Literal(statement.asserted)
    yield thing, PROV.wasAttributedTo, iris(statement.by)
    if statement.passage:
        yield thing, PROV.wasDerivedFrom, iris(f"passage/{statement.passage}")
    for note in statement.footnotes:
        yield thing, CDCE.supportedBy, iris(f"reference/{note}")
    for source in statement.sources:
        yield thing, DCTERMS.source, iris(source)
    for link, keys in statement.links.items():
        for key in keys:
            yield thing, CDCE[link], iris(f"statement/{key}")
    if statement.certainty:
        yield thing, CDCE.certainty, CERTAINTY[statement.certainty]
    if statement.rule:
        yield thing, CDCE.appliesRule, iris(statement.rule)
    yield from _build_texts(thing, statement)


def _build_texts(thing: URIRef, statement: Statement) -> Triples:
    texts = (
        (CDCE.locator, statement.locator),
        (CDCE.asOfText, statement.as_of),
        (CDCE.datePrecision, statement.precision),
        *((SKOS.note, note) for note in statement.notes),
    )
    for term, text in texts:
        if text:
            yield thing, term, Literal(text, lang="en")
    days = ((CDCE.holdsFrom, statement.holds_from), (CDCE.holdsUntil, statement.holds_until))
    for term, day in days:
        if day:
            yield thing, term, build_date(day)


def _write_words(key: str, words: Words, writer: Writer, iris: Iris) -> None:
    thing = iris(f"statement/{key}")
    node, label = URIRef(f"{thing}#words"), f"Words of statement {key}"
    writer.add(thing, (CDCE.words, node))
    writer.add(
        node,
        (RDF.type, OA.SpecificResource),
        (SKOS.prefLabel, writer.english(label)),
        (CDCE.plainText, writer.quoted(words.plain)),
    )
    writer.add_place(node, label, words.span, "words-quote", "words-position")


def build_parties(
    participations: Iterable[Participation], instrument: str, on: dt.date, iris: Iris
) -> Graph:
    """Return who is party to the instrument on a day, for ``/graph/derived``.

    A Party is who is bound on that day; one that has deposited and is not bound yet is none.
    """
    graph = Graph(bind_namespaces="none")
    for party in participations:
        if party.effective and party.effective <= on:
            agent = iris(f"party/{party.code}")
            graph.add((iris(instrument), CDCE.hasParty, agent))
            graph.add((agent, CDCE.isPartyTo, iris(instrument)))
    return graph


def collect(triples: Iterable[Triple]) -> Graph:
    """Return triples as a graph."""
    graph = Graph(bind_namespaces="none")
    for triple in triples:
        graph.add(triple)
    return graph


def union(graphs: Iterable[Graph]) -> Graph:
    """Return all triples of the graphs in one."""
    return collect(triple for graph in graphs for triple in graph)
