"""Show terms to people: by their label, with their language, leading to their page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import Literal, NamedNode, Triple

from server.lookup.citation import name_licence
from server.lookup.names import NAMES
from server.namespaces import RDFS, SH, SKOS, XSD
from server.releases.graphs import Term, read_value
from server.releases.service import Service

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
BOOLEANS = {"true": "yes", "false": "no", "1": "yes", "0": "no"}
UNITS = {"Y": "year", "M": "month", "D": "day"}

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


@dataclass(frozen=True)
class Shown:
    """Hold one value as a page shows it: its text, its language and where it leads.

    ``time`` is the machine form of a date, ``title`` an IRI in full, ``kind`` the label of a
    datatype of our own.
    """

    text: str
    language: str = ""
    href: str = ""
    title: str = ""
    time: str = ""
    kind: str = ""

    @property
    def direction(self) -> str:
        """Return the direction of the writing where it is not that of the page."""
        return "rtl" if self.language.partition("-")[0].lower() in RIGHT_TO_LEFT else ""

    @property
    def is_foreign(self) -> bool:
        """Return whether the text is in another language than the page."""
        return bool(self.language) and self.language.partition("-")[0].lower() != "en"


class Labels:
    """Give every term its name for people."""

    def __init__(self, triples: Iterable[Triple], service: Service) -> None:
        self.service = service
        self.found: dict[str, str] = {}
        ranks: dict[str, int] = {}
        order = (SH + "name", RDFS + "label", SKOS + "prefLabel")
        for triple in triples:
            name = triple.predicate.value
            if name not in order or not isinstance(triple.object, Literal):
                continue
            subject, rank = read_value(triple.subject), order.index(name)
            if (triple.object.language or "en") == "en" and rank >= ranks.get(subject, 0):
                self.found[subject] = triple.object.value
                ranks[subject] = rank

    def name(self, iri: str) -> str:
        """Return the label of an IRI, or the shortest form of it."""
        if iri in self.found:
            return self.found[iri]
        short = self.service.names.context.shorten(iri)
        return NAMES.get(short, short)

    def show(self, term: Term) -> Shown:
        """Return a term as a page shows it; an own IRI leads to its page."""
        if isinstance(term, NamedNode):
            path = self.service.find_path(term.value)
            if path is not None:
                return Shown(
                    self.name(term.value), href=f"{self.service.root}/{path}", title=term.value
                )
            is_web = term.value.startswith(("http://", "https://"))
            text = name_licence(self.name(term.value))
            return Shown(text, href=term.value if is_web else "", title=term.value)
        if isinstance(term, Literal):
            return replace(show_literal(term), kind=self.found.get(term.datatype.value, ""))
        return Shown(str(term))


def show_literal(term: Literal) -> Shown:
    """Return a literal as people read it: a date in words, a truth as yes or no.

    >>> show_literal(Literal("2001-11-02", datatype=NamedNode(XSD + "date"))).text
    '2 November 2001'
    >>> show_literal(Literal("P3M", datatype=NamedNode(XSD + "duration"))).text
    '3 months'
    """
    value, kind = term.value, term.datatype.value.removeprefix(XSD)
    if kind == "date":
        words = write_date(value)
        return Shown(words, time=value if words != value else "")
    if kind == "gMonthDay" and re.fullmatch(r"--\d\d-\d\d", value):
        return Shown(f"{int(value[5:])} {MONTHS[int(value[2:4]) - 1]}")
    if kind == "boolean":
        return Shown(BOOLEANS.get(value, value))
    if kind == "duration" and (found := _DURATION.fullmatch(value)):
        parts = zip(found.groups(), UNITS.values(), strict=True)
        return Shown(
            " ".join(f"{n} {unit}{'' if n == '1' else 's'}" for n, unit in parts if n) or value
        )
    is_web = value.startswith(("http://", "https://")) and " " not in value
    return Shown(value, term.language or "", value if is_web else "")


def write_date(value: str) -> str:
    """Return a date in words; what is no date comes back as it is.

    >>> write_date("2001-11-02"), write_date("2001")
    ('2 November 2001', '2001')
    """
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
