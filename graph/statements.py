"""A statement: one triple as one source makes it, and how a file writes it down.

``assert`` puts the triple into the graph beside the statement; ``report`` leaves only the
statement.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib import Literal as Value
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from graph.document import Span
from graph.errors import Faults
from graph.folder import Block, Text, Where
from graph.iris import Iris
from graph.literals import find_fault, find_misfit
from graph.passages import Layout
from graph.terms import CDCE, MODALITY, PREFIXES, Triple, find_member, is_term

Link = Literal["corroboratedBy", "contradictedBy", "qualifiedBy"]

VERBS = ("assert", "report")
# A number of Parties or participants is somebody's count on some day.
HEAD_COUNTS = frozenset({CDCE.ratifyingMemberStateCount, CDCE.participantCount})


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


def read_triple(block: Block, where: Where, context: Context) -> tuple[Triple | None, bool]:
    """Return the triple of a block and whether it is asserted; None where it has a fault."""
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
    """Return the triple that one line of Turtle states, or None where it states none.

    A wrong literal is a fault, and stays in the triple as plain text.
    """
    faults = context.faults
    try:
        checked = _check_literal(text, context)
        if checked:
            return checked
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


def _check_literal(text: Text, context: Context) -> Triple | None:
    """Return the triple with its literal as plain text where a fault of that was recorded.

    Text that is no single triple is left to the parser that says why.
    """
    try:
        turtle = _add_prefixes(f"{text} .")
        parsed = list(ox.parse(turtle, ox.RdfFormat.TURTLE, base_iri=context.iris.base))
    except SyntaxError:
        return None
    if len(parsed) != 1 or not isinstance(parsed[0].subject, ox.NamedNode):
        return None
    subject, predicate, value = parsed[0].subject, parsed[0].predicate, parsed[0].object
    wrong = None
    if isinstance(value, ox.Literal):
        wrong = find_fault(value, lambda datatype: is_term(URIRef(datatype)))
    wrong = wrong or find_misfit(predicate.value, value)
    if wrong is None:
        return None
    context.faults.add(text.where, f"{wrong}: {text}")
    plain = value.value if isinstance(value, ox.Literal) else str(value)
    return URIRef(subject.value), URIRef(predicate.value), Value(plain)


def _add_prefixes(text: str) -> str:
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + text


def _parse_turtle(text: str, base: str) -> Graph:
    turtle = _add_prefixes(text)
    return Graph(bind_namespaces="none").parse(data=turtle, format="turtle", publicID=base)


def _find_reason(error: BadSyntax) -> str:
    return str(error.message).split("\n")[0]


def read_modality(block: Block, where: Where, faults: Faults, default: str = "") -> str | None:
    """Return the modality of a block by name, or None where it has a fault."""
    modality = block.text("modality", faults) or default
    if find_member(MODALITY, modality):
        return modality
    faults.add(where, f"a modality of the ontology is required; found {modality or 'none'}")
    return None


def read_links(
    block: Block, names: Mapping[str, Link], faults: Faults
) -> Mapping[Link, tuple[str, ...]]:
    """Return the statements that a block names, by the property that ``names`` has for its key."""
    links = {link: tuple(block.texts(name, faults)) for name, link in names.items()}
    return {link: keys for link, keys in links.items() if keys}


def join_links(statements: Sequence[Statement], faults: Faults) -> list[Statement]:
    """Return the statements with each backlink turned into a link of the other side.

    Evidence says what it confirms; what is published is what a statement is confirmed by.
    """
    first: dict[str, Statement] = {}
    for statement in statements:
        known = first.setdefault(statement.key, statement)
        if known is not statement:
            place = f"line {known.where.line} of {known.where.file}"
            faults.add(statement.where, f"{statement.key} stands here again; first on {place}")
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


def corroborate(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, each of the document confirmed by those outside with its triple."""
    outside: defaultdict[Triple, list[str]] = defaultdict(list)
    for statement in statements:
        if not statement.passage:
            outside[statement.triple].append(statement.key)
    return [_confirm(s, outside[s.triple]) if s.passage else s for s in statements]


def _confirm(statement: Statement, keys: Sequence[str]) -> Statement:
    given = statement.links.get("corroboratedBy", ())
    links = {**statement.links, "corroboratedBy": (*given, *keys)} if keys else statement.links
    return replace(statement, links=links)
