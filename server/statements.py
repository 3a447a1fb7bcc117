"""Show statements with the sentences they rest on, the words of each marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from server.descriptions import PROV, RDF, Description
from server.graphs import Term, read_value
from server.labels import Shown

DCTERMS = "http://purl.org/dc/terms/"

Facts = Mapping[str, list[Term]]


@dataclass(frozen=True)
class Sentence:
    """Hold one statement for a page.

    The sentence is ``before`` + ``words`` + ``after``; all three are empty where the statement
    does not come from the document, and then ``sources`` say where from.
    """

    statement: Shown
    triple: tuple[Shown, ...]
    passage: Shown | None
    before: str
    words: str
    after: str
    speakers: tuple[Shown, ...]
    sources: tuple[Shown, ...]
    modality: Shown | None
    is_asserted: bool


def list_sentences(
    description: Description, show: Callable[[Term], Shown], ontology: str
) -> list[Sentence]:
    """Return the statements behind a thing, in the order of the document, then the others."""
    facts: dict[str, dict[str, list[Term]]] = {}
    for part in (description.texts, description.own, description.statements):
        for triple in part:
            values = facts.setdefault(read_value(triple.subject), {})
            found = values.setdefault(triple.predicate.value, [])
            if triple.object not in found:
                found.append(triple.object)
    iris = dict.fromkeys([description.iri, *description.statement_iris])
    return [
        _show_statement(iri, facts, show, ontology)
        for iri in iris
        if ontology + "asserted" in facts.get(iri, {})
    ]


def _show_statement(
    iri: str, facts: Mapping[str, Facts], show: Callable[[Term], Shown], ontology: str
) -> Sentence:
    own = facts[iri]
    passage = _first(own, PROV + "wasDerivedFrom")
    words = _first(own, ontology + "words")
    sentence = _find_text(passage, facts, ontology)
    marked = _find_text(words, facts, ontology)
    before, found, after = sentence.partition(marked) if marked else (sentence, "", "")
    return Sentence(
        statement=show(NamedNode(iri)),
        triple=tuple(
            show(term)
            for name in ("subject", "predicate", "object")
            for term in own.get(RDF + name, [])[:1]
        ),
        passage=show(passage) if passage else None,
        before=before,
        words=found,
        after=after,
        speakers=tuple(map(show, own.get(PROV + "wasAttributedTo", []))),
        sources=tuple(map(show, own.get(DCTERMS + "source", []))),
        modality=next(map(show, own.get(ontology + "modality", [])), None),
        is_asserted=any(read_value(term) == "true" for term in own.get(ontology + "asserted", [])),
    )


def _first(facts: Facts, name: str) -> Term | None:
    return next(iter(facts.get(name, ())), None)


def _find_text(thing: Term | None, facts: Mapping[str, Facts], ontology: str) -> str:
    if thing is None:
        return ""
    text = _first(facts.get(read_value(thing), {}), ontology + "plainText")
    return read_value(text) if text is not None else ""
