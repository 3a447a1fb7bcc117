"""The reading and the evidence → statements, each tied to its words or its source.

One statement is one triple as one source makes it. ``assert`` puts the triple into the graph
beside the statement; ``report`` leaves only the statement.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from rdflib import Graph, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from graph.document import Span
from graph.errors import Faults
from graph.folder import Block, Text, Where, read_date
from graph.iris import PATH, Iris
from graph.passages import Layout, Passage
from graph.terms import CDCE, MODALITY, PREFIXES, find_member, is_term

Triple = tuple[Node, Node, Node]
Link = Literal["corroboratedBy", "contradictedBy", "qualifiedBy"]

FORWARD: Mapping[str, Link] = {
    "confirmed_by": "corroboratedBy",
    "contradicted_by": "contradictedBy",
    "qualified_by": "qualifiedBy",
}
BACKWARD: Mapping[str, Link] = {
    "confirms": "corroboratedBy",
    "contradicts": "contradictedBy",
    "qualifies": "qualifiedBy",
}
VERBS = ("assert", "report")
# A number of Parties or participants is somebody's count on some day.
HEAD_COUNTS = frozenset({CDCE.ratifyingMemberStateCount, CDCE.participantCount})
READING_KEYS = (
    *VERBS,
    "words",
    "whole",
    "modality",
    "by",
    "footnote",
    "note",
    "as_of",
    "precision",
    *FORWARD,
)
EVIDENCE_KEYS = (
    *VERBS,
    "by",
    "source",
    "locator",
    "modality",
    "note",
    "count",
    "as_of",
    "until",
    *BACKWARD,
)


@dataclass(frozen=True)
class Words:
    """The words of a passage that support a statement: where, and as a reader sees them."""

    span: Span
    plain: str


@dataclass(frozen=True)
class Count:
    """A number of deposits that the register is asked for."""

    of: str
    on: dt.date


@dataclass(frozen=True)
class Statement:
    """A triple as a source makes it; ``key`` and the other things are paths under the base."""

    key: str
    graph: str
    triple: Triple
    asserted: bool
    modality: str
    by: str
    where: Where
    passage: str | None = None
    words: Words | None = None
    footnotes: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    locator: str | None = None
    notes: tuple[str, ...] = ()
    as_of: str | None = None
    precision: str | None = None
    certainty: str | None = None
    rule: str | None = None
    count: Count | None = None
    holds_from: dt.date | None = None
    holds_until: dt.date | None = None
    links: Mapping[Link, tuple[str, ...]] = field(default_factory=dict)
    backlinks: Mapping[Link, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """What statements may refer to: the base, the layout and the things described."""

    iris: Iris
    layout: Layout
    known: frozenset[str]
    faults: Faults

    def check_thing(self, path: str, where: Where, role: str) -> None:
        """Record a fault where a thing is not described in the sources."""
        if path not in self.known:
            self.faults.add(where, f"{role} {path} is described nowhere in the sources")

    def check_things(self, things: Iterable[Text], role: str) -> None:
        """Record a fault for each thing that is not described in the sources."""
        for thing in things:
            self.check_thing(thing, thing.where, role)


def read_statements(block: Block, context: Context) -> list[Statement]:
    """Return the statements that the reading draws from the passages, in reading order."""
    faults = context.faults
    speaker = block.text("speaker", faults)
    if speaker is None:
        faults.add(block.where, "speaker is required: who speaks where `by` is absent")
        return []
    passages = {passage.key: passage for passage in context.layout.passages}
    statements: dict[str, list[Statement]] = {key: [] for key in passages}
    for name, numbered in block.block("statements", faults).blocks(faults):
        if name not in passages:
            faults.add(name.where, f"{name} is not a passage of the document")
            continue
        for number, fields in numbered.blocks(faults):
            statement = _read_statement(passages[name], number, fields, speaker, context)
            if statement:
                statements[name].append(statement)
    return [statement for listed in statements.values() for statement in listed]


def _read_statement(
    passage: Passage, number: Text, block: Block, speaker: Text, context: Context
) -> Statement | None:
    faults = context.faults
    block.refuse_unknown(READING_KEYS, faults)
    if not (number.isdecimal() and len(number) == 2):
        faults.add(number.where, f"a statement has a number of two digits; found {number}")
    triple, asserted = _read_triple(block, number.where, context)
    words, whole = _read_words(passage, block, number.where, context)
    by = block.text("by", faults) or speaker
    context.check_thing(by, by.where, "the speaker")
    modality = _read_modality(block, number.where, faults)
    if triple is None or words is None or modality is None:
        return None
    notes = [whole, block.text("note", faults)]
    return Statement(
        key=f"{passage.key}-{number}",
        graph="article",
        triple=triple,
        asserted=asserted,
        modality=modality,
        by=by,
        where=number.where,
        passage=passage.key,
        words=words,
        footnotes=tuple(_read_footnotes(block, context)),
        notes=tuple(note for note in notes if note),
        as_of=block.text("as_of", faults),
        precision=block.text("precision", faults),
        links=_read_links(block, FORWARD, faults),
    )


def read_evidence(block: Block, publisher: str, context: Context) -> list[Statement]:
    """Return the statements from outside the document, in the order written."""
    statements = []
    for key, fields in block.blocks(context.faults):
        if not PATH.fullmatch(key) or "/" in key:
            context.faults.add(
                key.where, f"a key without spaces or slashes is required; found {key}"
            )
            continue
        statement = _read_outside(key, fields, publisher, context)
        if statement:
            statements.append(statement)
    return statements


def _read_outside(key: Text, block: Block, publisher: str, context: Context) -> Statement | None:
    faults = context.faults
    block.refuse_unknown(EVIDENCE_KEYS, faults)
    triple, asserted = _read_triple(block, key.where, context)
    sources = block.texts("source", faults)
    context.check_things(sources, "the source")
    count = _read_count(block, faults)
    if not sources and not count:
        faults.add(key.where, f"{key} needs a source")
    by = block.text("by", faults) or Text(publisher, key.where)
    context.check_thing(by, by.where, "the speaker")
    note = block.text("note", faults)
    default = "computed" if count else "external"
    modality = _read_modality(block, key.where, faults, default)
    if triple is None or modality is None:
        return None
    return Statement(
        key=key,
        graph="register" if count else "evidence",
        triple=triple,
        asserted=asserted,
        modality=modality,
        by=by,
        where=key.where,
        sources=tuple(sources),
        locator=block.text("locator", faults),
        notes=(note,) if note else (),
        as_of=block.text("as_of", faults),
        count=count,
        holds_until=read_date(block.text("until", faults), faults),
        backlinks=_read_links(block, BACKWARD, faults),
    )


def _read_triple(block: Block, where: Where, context: Context) -> tuple[Triple | None, bool]:
    given = [verb for verb in VERBS if verb in block.fields]
    if len(given) != 1:
        found = " and ".join(given) or "neither"
        context.faults.add(where, f"one of assert and report is required; found {found}")
        return None, False
    text = block.text(given[0], context.faults)
    triple = parse_triple(text, context) if text else None
    if triple and triple[1] in HEAD_COUNTS and given[0] == "assert":
        context.faults.add(where, "a head-count is reported, not asserted")
    return triple, given[0] == "assert"


def parse_triple(text: Text, context: Context) -> Triple | None:
    """Return the triple that one line of Turtle states, or None where a fault was recorded."""
    faults = context.faults
    try:
        parsed = list(_parse_turtle(f"{text} .", context.iris.base))
    except BadSyntax as error:
        faults.add(text.where, f"a triple in Turtle is required; {_find_reason(error)}: {text}")
        return None
    if len(parsed) != 1:
        faults.add(text.where, f"one triple is required; found {len(parsed)}: {text}")
        return None
    triple = parsed[0]
    for role, term in zip(("subject", "predicate", "object"), triple, strict=True):
        check_term(term, text.where, f"the {role}", context)
    return triple


def check_term(term: Node, where: Where, role: str, context: Context) -> None:
    """Record a fault where a term is neither described here nor a term of a known vocabulary."""
    if not isinstance(term, URIRef):
        return
    path = context.iris.path(term)
    if is_term(term):
        return
    if any(term.startswith(namespace) for namespace in PREFIXES.values()):
        context.faults.add(where, f"{role} {term} is not a term of its vocabulary")
    elif path is not None:
        context.check_thing(path, where, role)


def _parse_turtle(text: str, base: str) -> Graph:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return Graph(bind_namespaces="none").parse(data=prefixes + text, format="turtle", publicID=base)


def _find_reason(error: BadSyntax) -> str:
    return str(error.message).split("\n")[0]


def _read_words(
    passage: Passage, block: Block, where: Where, context: Context
) -> tuple[Words | None, str | None]:
    faults = context.faults
    words, whole = block.text("words", faults), block.text("whole", faults)
    if bool(words) == bool(whole):
        faults.add(where, "one of words and whole is required")
        return None, None
    if whole:
        return Words(passage.span, passage.plain), whole
    assert words is not None
    found = passage.plain.count(words)
    if found != 1:
        times = f"{found} times" if found else "not"
        faults.add(
            words.where, f"the words must stand once in {passage.key}; found {times}: {words}"
        )
        return None, None
    return find_words(passage, words, context.layout), None


def find_words(passage: Passage, words: str, layout: Layout) -> Words:
    """Return the place of words that stand once in a passage, mark-up around them included."""
    start = passage.plain.index(words)
    shown = passage.visible[start : start + len(words)]
    span = Span(shown[0].span.start, shown[-1].span.end)
    return Words(layout.document.widen(span), str(words))


def _read_modality(block: Block, where: Where, faults: Faults, default: str = "") -> str | None:
    modality = block.text("modality", faults) or default
    if find_member(MODALITY, modality):
        return modality
    faults.add(where, f"a modality of the ontology is required; found {modality or 'none'}")
    return None


def _read_footnotes(block: Block, context: Context) -> Iterator[int]:
    count = len(context.layout.document.footnotes)
    for text in block.texts("footnote", context.faults):
        if text.isdecimal() and 1 <= int(text) <= count:
            yield int(text)
        else:
            context.faults.add(
                text.where, f"a footnote from 1 to {count} is required; found {text}"
            )


def _read_count(block: Block, faults: Faults) -> Count | None:
    if "count" not in block.fields:
        return None
    fields = block.block("count", faults)
    of, on = fields.text("of", faults), read_date(fields.text("on", faults), faults)
    if of not in ("states", "parties") or on is None:
        faults.add(fields.where, "count needs of: states or parties, and on: a date")
        return None
    return Count(str(of), on)


def _read_links(
    block: Block, names: Mapping[str, Link], faults: Faults
) -> Mapping[Link, tuple[str, ...]]:
    links = {link: tuple(block.texts(name, faults)) for name, link in names.items()}
    return {link: keys for link, keys in links.items() if keys}


def join_links(statements: Sequence[Statement], faults: Faults) -> list[Statement]:
    """Return the statements with each backlink turned into a link of the other side.

    Evidence says what it confirms; what is published is what a statement is confirmed by.
    """
    joined = {s.key: {link: list(keys) for link, keys in s.links.items()} for s in statements}
    for statement in statements:
        for link, keys in statement.backlinks.items():
            for other in keys:
                joined.get(other, {}).setdefault(link, []).append(statement.key)
        named = [*statement.links.values(), *statement.backlinks.values()]
        for other in {key for keys in named for key in keys} - joined.keys():
            faults.add(statement.where, f"{other} is not a statement")
    return [
        replace(s, links={link: tuple(dict.fromkeys(k)) for link, k in joined[s.key].items()})
        for s in statements
    ]
