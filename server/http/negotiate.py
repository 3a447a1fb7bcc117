"""Choose a format from the header Accept; answers are kept by header, since clients repeat."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from server.formats import FORMATS, HTML, Form, Format, find_formats, find_named

# Longer headers are read each time: what is kept must stay small.
KEPT_CHARACTERS = 1000
READ_CHARACTERS = 8000

_WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
# Old clients of Java write * for */*.
_RANGE = re.compile(rf"\s*(?:({_WORD})/({_WORD})|\*)\s*")
_PARAMETER = re.compile(rf'\s*;\s*(?:({_WORD})\s*=\s*({_WORD}|"(?:[^"\\]|\\.)*"))?\s*')
_COMMA = re.compile(r"\s*(?:,|$)")
# More than the specification has: clients write .2 and 1.0000.
_QUALITY = re.compile(r"[0-9]+(\.[0-9]*)?|\.[0-9]+")


class MediaRange(NamedTuple):
    """Hold one range of an Accept header; ``rank`` grows with how much it says."""

    type: str
    subtype: str
    rank: int
    quality: float


@dataclass(frozen=True)
class Choice:
    """Hold a chosen format and the media type by which the client asked for it."""

    format: Format
    media_type: str

    @property
    def content_type(self) -> str:
        """Return the value of Content-Type."""
        # A page is never XML, by whichever name a client asks for it.
        if self.media_type == self.format.media_type or self.format is HTML:
            return self.format.content_type
        if self.media_type.startswith("text/"):
            return self.media_type + "; charset=utf-8"
        return self.media_type

    @property
    def key(self) -> str:
        """Return what tells this representation from the others of the same thing."""
        place = self.format.media_types.index(self.media_type)
        return self.format.name + (f"{place}" if place else "")


def choose(format_: Format) -> Choice:
    """Return a format under its first media type."""
    return Choice(format_, format_.media_type)


def read_accept(header: str) -> tuple[MediaRange, ...]:
    """Return the ranges of an Accept header, in their order; a range that is malformed is left out.

    Source: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
    """
    ranges = []
    place = 0
    header = header[:READ_CHARACTERS]
    while place < len(header):
        found, place = _read_range(header, place)
        if found is not None:
            ranges.append(found)
    return tuple(ranges)


def _read_range(header: str, place: int) -> tuple[MediaRange | None, int]:
    """Return the range that starts at a place, and where the next one starts."""
    match = _RANGE.match(header, place)
    if not match:
        return None, _skip(header, place)
    kind, subtype = (match[1] or "*").lower(), (match[2] or "*").lower()
    place = match.end()
    quality, has_parameters = 1.0, False
    while (parameter := _PARAMETER.match(header, place)) is not None:
        place = parameter.end()
        name, value = (parameter[1] or "").lower(), (parameter[2] or "").strip('"').lower()
        if name == "q":
            if not _QUALITY.fullmatch(value) or float(value) > 1:
                return None, _skip(header, place)
            quality = float(value)
        elif name and (name, value) not in {("charset", "utf-8"), ("header", "present")}:
            has_parameters = True
    end = _COMMA.match(header, place)
    if end is None or (kind == "*" and subtype != "*"):
        return None, _skip(header, place)
    rank = 0 if kind == "*" else 1 if subtype == "*" else 2 if has_parameters else 3
    return MediaRange(kind, subtype, rank, quality), end.end()


def _skip(header: str, place: int) -> int:
    comma = header.find(",", place)
    return len(header) if comma < 0 else comma + 1


def _find_quality(
    media_type: str, ranges: Iterable[MediaRange], *, is_alias: bool
) -> tuple[float, int]:
    """Return quality and rank of a media type; an alias counts only where it is named in full."""
    kind, subtype = media_type.split("/")
    best = (0.0, -1)
    for found in ranges:
        fits = found.rank == 0 or (found.type == kind and found.subtype in {"*", subtype})
        if not fits or (is_alias and found.rank < 2):
            continue
        if found.rank > best[1] or (found.rank == best[1] and found.quality > best[0]):
            best = (found.quality, found.rank)
    return best


def _negotiate(header: str, offers: tuple[Format, ...]) -> Choice | None:
    ranges = read_accept(header)
    if not ranges:
        return choose(offers[0]) if not header.strip(" ,\t") else None
    best: Choice | None = None
    best_score = (0.0, -1)
    for offer in offers:
        for place, media_type in enumerate(offer.media_types):
            score = _find_quality(media_type, ranges, is_alias=place > 0)
            if score[0] > 0 and score > best_score:
                best, best_score = Choice(offer, media_type), score
    return best


_negotiate_kept = lru_cache(maxsize=4096)(_negotiate)


def negotiate(header: str, offers: tuple[Format, ...]) -> Choice | None:
    """Return the format that a client likes best, or None if it takes none of them.

    An absent or empty header takes the first offer. Among formats liked equally well, one that is
    named in full wins over one that only a wildcard lets in, then the earlier offer. Parameters
    of media types are allowed and do not matter.
    """
    if len(header) > KEPT_CHARACTERS:
        return _negotiate(header, offers)
    return _negotiate_kept(header, offers)


@dataclass(frozen=True)
class Wishes:
    """Hold what a client takes for each form of answer, and whether it would rather see a page."""

    solutions: Choice | None
    boolean: Choice | None
    graph: Choice | None
    is_page: bool

    def find(self, form: Form) -> Choice | None:
        """Return the choice for one form of answer."""
        if form == "solutions":
            return self.solutions
        return self.boolean if form == "boolean" else self.graph


def negotiate_forms(header: str, named: str = "") -> Wishes:
    """Return the formats for every form of answer, before it is known which one will come.

    ``named`` is the parameter ``format``; where it means something it wins over the header.
    """
    if len(header) + len(named) > KEPT_CHARACTERS:
        return _negotiate_forms(header, named)
    return _negotiate_forms_kept(header, named)


def _negotiate_forms(header: str, named: str) -> Wishes:
    if named.strip().lower() in {"html", "text/html"}:
        header, named = "text/html, */*;q=0.1", ""
    wanted = find_named(named)
    if wanted:
        return Wishes(
            solutions=_first(wanted, "solutions"),
            boolean=_first(wanted, "boolean"),
            graph=_first(wanted, "graph"),
            is_page=False,
        )
    page = negotiate(header, (*FORMATS, HTML))
    return Wishes(
        solutions=negotiate(header, find_formats("solutions")),
        boolean=negotiate(header, find_formats("boolean")),
        graph=negotiate(header, find_formats("graph")),
        is_page=page is not None and page.format is HTML,
    )


_negotiate_forms_kept = lru_cache(maxsize=4096)(_negotiate_forms)


def _first(formats: tuple[Format, ...], form: Form) -> Choice | None:
    return next((choose(found) for found in formats if form in found.kinds), None)
