"""Hold a thing as its page shows it: facts with their sources, names, parties, statements."""

from __future__ import annotations

from dataclasses import dataclass

from server.lookup.labels import Shown
from server.lookup.statements import Sentence


@dataclass(frozen=True)
class Source:
    """Hold where a fact comes from: a sentence, another document, or a part of the release."""

    words: str
    href: str
    kind: str


@dataclass(frozen=True)
class Value:
    """Hold one value of a fact, with where it comes from."""

    shown: Shown
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Fact:
    """Hold one property with its values."""

    name: Shown
    values: tuple[Value, ...]
    is_long: bool = False


@dataclass(frozen=True)
class Part:
    """Hold a thing that is described on the page of another: a selector, a participation."""

    iri: str
    anchor: str
    shown: Shown
    facts: tuple[Fact, ...]
    common: Source | None


@dataclass(frozen=True)
class PartyRow:
    """Hold one party of an instrument: since when, and how it consented."""

    party: Shown
    consent: Shown | None
    deposited: Shown | None
    bound: Shown | None
    ended: Shown | None
    is_disputed: bool


@dataclass(frozen=True)
class Thing:
    """Hold a thing as its page shows it."""

    iri: str
    title: str
    kinds: tuple[Shown, ...]
    lead: Shown | None
    is_quote: bool
    facts: tuple[Fact, ...]
    apparatus: tuple[Fact, ...]
    common: Source | None
    long: tuple[Fact, ...]
    names: tuple[Shown, ...]
    elsewhere: tuple[Fact, ...]
    related: tuple[Part, ...]
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    conflicts: tuple[Sentence, ...]
    incoming: tuple[Fact, ...]
    own: Sentence | None
    reader: str
    query: str
    parties: tuple[PartyRow, ...]
