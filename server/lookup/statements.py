"""Show statements with the sentences they rest on, the words of each marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from server.lookup.descriptions import ask_about
from server.lookup.facts import Facts
from server.lookup.labels import Labels, Shown
from server.namespaces import DCTERMS, PROV, RDF, SKOS
from server.releases.graphs import read_value
from server.releases.service import Service

RELATIONS = ("corroboratedBy", "contradictedBy", "qualifiedBy")

_RELATED = """
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  VALUES ?s {{ {values} }}
  ?s ?p ?o FILTER(?p IN (rdf:subject, rdf:predicate, rdf:object, cdce:asserted, cdce:modality,
    cdce:locator, prov:wasAttributedTo, prov:wasDerivedFrom, dcterms:source, skos:note)) }}"""
_LABELS = """
CONSTRUCT {{ ?s skos:prefLabel ?o }} WHERE {{
  VALUES ?s {{ {values} }} ?s skos:prefLabel ?o FILTER(LANG(?o) = "en") }}"""


@dataclass(frozen=True)
class Evidence:
    """Hold another statement that bears on one."""

    statement: Shown
    triple: tuple[Shown, ...]
    speakers: tuple[Shown, ...]
    sources: tuple[Shown, ...]
    note: str


@dataclass(frozen=True)
class Sentence:
    """Hold one statement for a page.

    The sentence is ``before`` + ``words`` + ``after``; all three are empty where the statement
    does not come from the document, and then ``sources`` say where from.
    """

    iri: str
    key: str
    statement: Shown
    triple: tuple[Shown, ...]
    passage: Shown | None
    passage_key: str
    before: str
    words: str
    after: str
    speakers: tuple[Shown, ...]
    sources: tuple[Shown, ...]
    references: tuple[Shown, ...]
    modality: Shown | None
    is_asserted: bool
    notes: tuple[str, ...]
    as_of: str
    locator: str
    certainty: Shown | None
    confirmed: tuple[Evidence, ...]
    contradicted: tuple[Evidence, ...]
    qualified: tuple[Evidence, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """Return the names of the marks that a statement bears."""
        names = ["asserted" if self.is_asserted else "reported"]
        names += ["confirmed"] if self.confirmed else []
        names += ["contradicted"] if self.contradicted else []
        names += ["qualified"] if self.qualified else []
        return tuple(names)


def find_key(iri: str) -> str:
    """Return the short name of a statement or passage: the end of its path.

    >>> find_key("https://example.org/statement/lead-s1-01#words")
    'lead-s1-01'
    """
    return iri.partition("#")[0].rpartition("/")[2]


class Statements:
    """Show the statements that some triples describe."""

    def __init__(self, triples: Iterable[Triple], service: Service) -> None:
        triples = list(triples)
        self.ontology = service.ontology
        related = _list_related(Facts(triples), self.ontology, service)
        self.facts = Facts([*triples, *related])
        named = {
            term.value
            for triple in related
            for term in (triple.subject, triple.predicate, triple.object)
            if isinstance(term, NamedNode)
        }
        labels = [*triples, *ask_labels(named, service)]
        self.labels = Labels(labels, service)

    def show(self, iri: str) -> Sentence:
        """Return one statement as a page shows it."""
        facts, ontology = self.facts, self.ontology
        passage = facts.first(iri, PROV + "wasDerivedFrom")
        sentence = facts.read(read_value(passage), ontology + "plainText") if passage else ""
        words = facts.read(facts.read(iri, ontology + "words"), ontology + "plainText")
        before, found, after = sentence.partition(words) if words else (sentence, "", "")
        return Sentence(
            iri=iri,
            key=find_key(iri),
            statement=self.labels.show(NamedNode(iri)),
            triple=self._show_triple(iri),
            passage=self.labels.show(passage) if passage else None,
            passage_key=find_key(read_value(passage)) if passage else "",
            before=before,
            words=found,
            after=after,
            speakers=self._show_all(iri, PROV + "wasAttributedTo"),
            sources=self._show_all(iri, DCTERMS + "source"),
            references=self._show_all(iri, ontology + "supportedBy"),
            modality=next(iter(self._show_all(iri, ontology + "modality")), None),
            is_asserted=facts.read(iri, ontology + "asserted") == "true",
            notes=tuple(read_value(term) for term in facts.find_all(iri, SKOS + "note")),
            as_of=facts.read(iri, ontology + "asOfText"),
            locator=facts.read(iri, ontology + "locator"),
            certainty=next(iter(self._show_all(iri, ontology + "certainty")), None),
            confirmed=self._show_evidence(iri, "corroboratedBy"),
            contradicted=self._show_evidence(iri, "contradictedBy"),
            qualified=self._show_evidence(iri, "qualifiedBy"),
        )

    def _show_all(self, iri: str, name: str) -> tuple[Shown, ...]:
        return tuple(map(self.labels.show, self.facts.find_all(iri, name)))

    def _show_triple(self, iri: str) -> tuple[Shown, ...]:
        return tuple(
            self.labels.show(term)
            for name in ("subject", "predicate", "object")
            for term in self.facts.find_all(iri, RDF + name)[:1]
        )

    def _show_evidence(self, iri: str, relation: str) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(
                statement=self.labels.show(NamedNode(other)),
                triple=self._show_triple(other),
                speakers=self._show_all(other, PROV + "wasAttributedTo"),
                sources=self._show_all(other, DCTERMS + "source"),
                note=self.facts.read(other, SKOS + "note"),
            )
            for other in self.facts.list_iris(iri, self.ontology + relation)
        )


def _list_related(facts: Facts, ontology: str, service: Service) -> list[Triple]:
    """Return what the statements say that confirm, contradict or qualify those at hand."""
    iris = {
        other
        for iri in facts
        for relation in RELATIONS
        for other in facts.list_iris(iri, ontology + relation)
    }
    return ask_about(_RELATED, iris, service)


def ask_labels(iris: Iterable[str], service: Service) -> list[Triple]:
    """Return the English labels of things."""
    return ask_about(_LABELS, iris, service)


def list_sentences(
    triples: Iterable[Triple], iris: Iterable[str], service: Service
) -> list[Sentence]:
    """Return those of some IRIs that are statements, in their order."""
    statements = Statements(triples, service)
    asserted = service.ontology + "asserted"
    return [
        statements.show(iri)
        for iri in dict.fromkeys(iris)
        if statements.facts.first(iri, asserted) is not None
    ]
