"""Arrange the vocabulary of a release for its page: terms by kind, each with its definition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from server.lookup.facts import Facts
from server.lookup.labels import Labels, Shown
from server.lookup.statements import ask_labels
from server.namespaces import OWL, RDF_TYPE, RDFS, SKOS
from server.releases.graphs import Term, read_value
from server.releases.service import Service

CLASSES, OBJECTS, LITERALS, CODES = (
    "Classes",
    "Properties that lead to a thing",
    "Properties with a value",
    "Lists of codes",
)
KINDS = {
    OWL + "Class": CLASSES,
    OWL + "ObjectProperty": OBJECTS,
    OWL + "DatatypeProperty": LITERALS,
    RDFS + "Datatype": "Datatypes",
    OWL + "AnnotationProperty": "Notes on terms",
    SKOS + "ConceptScheme": CODES,
    SKOS + "Concept": CODES,
}

_TERMS = """
PREFIX rdfs: <{rdfs}>
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ ?s a <{owl}Ontology> }}
  UNION {{ ?ontology a <{owl}Ontology> . ?s rdfs:isDefinedBy ?ontology }}
  ?s ?p ?o }}"""


@dataclass(frozen=True)
class TermView:
    """Hold one term as the page shows it."""

    iri: str
    anchor: str
    shown: Shown
    short: str
    definition: str
    comments: tuple[str, ...]
    examples: tuple[str, ...]
    above: tuple[Shown, ...]
    domain: tuple[Shown, ...]
    range: tuple[Shown, ...]
    scheme: tuple[Shown, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Hold the terms in groups, and what the vocabulary says of itself."""

    title: str
    iri: str
    description: str
    notes: tuple[str, ...]
    groups: tuple[tuple[str, tuple[TermView, ...]], ...]


def read_vocabulary(service: Service) -> Vocabulary:
    """Return the vocabulary of a release; codes follow their list."""
    triples = service.list_triples(_TERMS.format(rdfs=RDFS, owl=OWL))
    named = {
        term.value
        for triple in triples
        for term in (triple.subject, triple.object)
        if isinstance(term, NamedNode)
    }
    labels = Labels([*triples, *ask_labels(named, service)], service)
    facts = Facts(triples)
    groups: dict[str, list[TermView]] = {name: [] for name in KINDS.values()}
    ontology = ""
    for iri in sorted(facts):
        kinds = facts.list_iris(iri, RDF_TYPE)
        if OWL + "Ontology" in kinds:
            ontology = iri
        for kind in kinds:
            if kind in KINDS:
                groups[KINDS[kind]].append(_show_term(iri, facts, labels, service))
                break
    return Vocabulary(
        title=labels.name(ontology) if ontology else "Vocabulary",
        iri=ontology,
        description=facts.read(ontology, "http://purl.org/dc/terms/description"),
        notes=_read_all(facts, ontology, SKOS + "scopeNote"),
        groups=tuple((name, tuple(terms)) for name, terms in groups.items() if terms),
    )


def _show_term(iri: str, facts: Facts, labels: Labels, service: Service) -> TermView:
    def show(names: Iterable[str]) -> tuple[Shown, ...]:
        return tuple(show_term(term) for name in names for term in facts.find_all(iri, name))

    def show_term(term: Term) -> Shown:
        """Return a term of the vocabulary by its label, one of another with its short form too."""
        shown, short = labels.show(term), service.names.context.shorten(read_value(term))
        is_own = read_value(term) in facts or shown.text == short
        return shown if is_own else replace(shown, text=f"{shown.text} ({short})")

    return TermView(
        iri=iri,
        anchor=iri.partition("#")[2] or "code-" + iri.removeprefix(service.release.vocabulary),
        shown=labels.show(NamedNode(iri)),
        short=service.names.context.shorten(iri),
        definition=facts.read(iri, SKOS + "definition"),
        comments=_read_all(facts, iri, RDFS + "comment"),
        examples=_read_all(facts, iri, SKOS + "example"),
        above=show((RDFS + "subClassOf", RDFS + "subPropertyOf")),
        domain=show((RDFS + "domain",)),
        range=show((RDFS + "range",)),
        scheme=show((SKOS + "inScheme",)),
    )


def _read_all(facts: Facts, iri: str, name: str) -> tuple[str, ...]:
    return tuple(read_value(term) for term in facts.find_all(iri, name))
