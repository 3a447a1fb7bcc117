"""What sources say of the register's values → statements: conflicts, computed dates, counts."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rdflib import XSD, Literal, URIRef
from rdflib.term import Node

from graph.errors import Faults
from graph.folder import Row, Text, read_date
from graph.iris import Iris
from graph.register import Participation, Register, find_document
from graph.statements import Count, Link, Statement
from graph.terms import CDCE, CONSENT_TYPE, find_member
from graph.treaty import Treaty

PROPERTIES: Mapping[str, URIRef] = {
    "deposit_date": CDCE.depositDate,
    "entry_into_force": CDCE.effectiveDate,
    "kind": CDCE.consentType,
}
RULE = "rule/entry-into-force"
# What a register prints where it does not tell ratification, acceptance and approval apart.
UNRESOLVED = CONSENT_TYPE["ratification-acceptance-or-approval"]
RESOLVED = frozenset(CONSENT_TYPE[name] for name in ("ratification", "acceptance", "approval"))


@dataclass(frozen=True)
class RegisterContext:
    """The register and what its statements refer to."""

    register: Register
    treaty: Treaty
    iris: Iris
    documents: Mapping[str, str]
    publishers: Mapping[str, str]
    faults: Faults

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents of the register as a whole."""
        return tuple(self.treaty.find_sources("register"))


def build_claims(rows: Sequence[Row], context: RegisterContext) -> list[Statement]:
    """Return a statement for each row of the claims; it is asserted where its value is used."""
    numbers: Counter[str] = Counter()
    claims = []
    for row in rows:
        party, name = _find_subject(row, context)
        value = _read_value(row, context.faults)
        document = find_document(row["source"], context.documents, context.faults)
        if party is None or name is None or value is None or document is None:
            continue
        stem = f"register-{party.code}-{name.rpartition('#')[2]}"
        numbers[stem] += 1
        key = f"{stem}-{numbers[stem]:02}"
        asserted = value == _find_used(party, name)
        claims.append(_build_claim(row, key, party, (name, value), document, asserted, context))
    return claims


def build_scopes(rows: Sequence[Row], context: RegisterContext) -> list[Statement]:
    """Return a statement for each row on the territories that an instrument is for."""
    scopes = []
    for row in rows:
        party = _find_party(row["party"], context)
        document = find_document(row["source"], context.documents, context.faults)
        if party is None or document is None:
            continue
        key = f"register-{party.code}-territorialScope-01"
        said = (CDCE.territorialScope, Literal(row["scope"], lang="en"))
        scopes.append(_build_claim(row, key, party, said, document, True, context))
    return scopes


def _build_claim(
    row: Row,
    key: str,
    party: Participation,
    said: tuple[URIRef, Node],
    document: str,
    asserted: bool,
    context: RegisterContext,
) -> Statement:
    return Statement(
        key=key,
        graph="register",
        triple=(context.iris(party.key), *said),
        asserted=asserted,
        modality="external",
        by=context.publishers.get(document, context.treaty.dataset.publisher),
        where=row["party"].where,
        sources=(document,),
        locator=str(party.name),
        notes=(row["note"],) if row["note"] else (),
    )


def _find_party(code: Text, context: RegisterContext) -> Participation | None:
    party = next((p for p in context.register.participations if p.code == code), None)
    if party is None:
        context.faults.add(code.where, f"{code} is not a Party")
    return party


def _find_subject(row: Row, context: RegisterContext) -> tuple[Participation | None, URIRef | None]:
    party, name = _find_party(row["party"], context), row["property"]
    if name not in PROPERTIES:
        required = ", ".join(PROPERTIES)
        context.faults.add(name.where, f"one of {required} is required; found {name}")
    return party, PROPERTIES.get(name)


def _read_value(row: Row, faults: Faults) -> Node | None:
    text = row["value"]
    if row["property"] != "kind":
        day = read_date(text, faults)
        return build_date(day) if day else None
    kind = find_member(CONSENT_TYPE, text)
    if kind is None:
        faults.add(text.where, f"a consent type of the ontology is required; found {text}")
    return kind


def _find_used(party: Participation, name: URIRef) -> Node | None:
    if name == CDCE.depositDate:
        return build_date(party.deposit)
    if name == CDCE.effectiveDate:
        return build_date(party.effective) if party.effective else None
    return CONSENT_TYPE[party.kind] if party.kind else None


def build_computed(context: RegisterContext) -> Iterator[Statement]:
    """Yield a statement for each date that the rule gives and no source of the Party prints."""
    publisher = context.treaty.dataset.publisher
    for party in context.register.participations:
        if party.effective and not party.printed:
            yield Statement(
                key=f"register-{party.code}-effectiveDate-computed",
                graph="register",
                triple=(context.iris(party.key), CDCE.effectiveDate, build_date(party.effective)),
                asserted=True,
                modality="computed",
                by=publisher,
                where=party.name.where,
                sources=party.sources[:1],
                notes=(f"Computed from the deposit on {party.deposit} by the rule.",),
                rule=RULE,
            )
    decisive, start = context.register.decisive, context.register.entry_into_force
    if decisive and start:
        instrument = context.iris(context.treaty.instrument.iri)
        threshold = context.treaty.entry_into_force.threshold
        note = f"Computed: instrument number {threshold} was deposited on {decisive.deposit}."
        yield Statement(
            key="register-entry-into-force",
            graph="register",
            triple=(instrument, CDCE.entryIntoForceDate, build_date(start)),
            asserted=True,
            modality="computed",
            by=publisher,
            where=decisive.name.where,
            sources=context.sources,
            notes=(note,),
            rule=RULE,
        )


def answer_counts(statements: Sequence[Statement], context: RegisterContext) -> list[Statement]:
    """Return the statements with each count made, and the days between which it held."""
    return [_answer_count(s, s.count, context) if s.count else s for s in statements]


def _answer_count(statement: Statement, count: Count, context: RegisterContext) -> Statement:
    parties = context.register.participations
    days = sorted(p.deposit for p in parties if count.of == "parties" or not p.is_organization)
    number = sum(day <= count.on for day in days)
    if statement.triple[2] != Literal(number):
        found = statement.triple[2]
        message = f"the register counts {number} {count.of} on {count.on}; found {found}"
        context.faults.add(statement.where, message)
    following = days[number] if number < len(days) else None
    return replace(
        statement,
        holds_from=days[number - 1] if number else None,
        holds_until=following - dt.timedelta(days=1) if following else None,
        sources=statement.sources or context.sources,
    )


def link_conflicts(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements on the register with what confirms or contradicts each.

    Two statements with one subject and property confirm each other where they agree, and
    contradict each other where both cannot be true.
    """
    groups: defaultdict[tuple[Node, Node], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.triple[:2]].append(statement)
    return [_link(statement, groups[statement.triple[:2]]) for statement in statements]


def _link(statement: Statement, group: Sequence[Statement]) -> Statement:
    value = statement.triple[2]
    others = [other for other in group if other is not statement]
    links: dict[Link, tuple[str, ...]] = {
        "corroboratedBy": tuple(o.key for o in others if o.triple[2] == value),
        "contradictedBy": tuple(o.key for o in others if not _agree(o.triple[2], value)),
    }
    return replace(statement, links={link: keys for link, keys in links.items() if keys})


def _agree(one: Node, other: Node) -> bool:
    return one == other or (UNRESOLVED in (one, other) and bool({one, other} & RESOLVED))


def build_date(day: dt.date) -> Literal:
    """Return a day as xsd:date."""
    return Literal(day.isoformat(), datatype=XSD.date)
