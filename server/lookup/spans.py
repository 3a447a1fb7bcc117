"""Place marked-up text beside plain text, and cut plain text where marks begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_BEFORE_LINK = re.compile(r"\[https?://\S+\s*")


@dataclass(frozen=True)
class Span:
    """Hold a stretch of text: ``start`` to before ``end``, and what it is."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Change:
    """Hold a stretch of marked-up text and the plain text that stands for it."""

    start: int
    end: int
    text: str


def align(raw: str, plain: str, changes: Iterable[Change]) -> list[int] | None:
    """Return the place in plain text of each offset in marked-up text, the end included.

    Outside the changes the plain text is the marked-up text with characters left out. None where
    the two do not fit together.

    >>> align("''It'' is", "It is", [])
    [0, 0, 0, 1, 2, 2, 2, 3, 4, 5]
    >>> align("A<ref>B</ref> C", "A C", [Change(1, 13, "")])[13:]
    [1, 2, 3]
    """
    found = {
        change.start: change
        for change in [
            *(Change(m.start(), m.end(), "") for m in _BEFORE_LINK.finditer(raw)),
            *changes,
        ]
    }
    places: list[int] = []
    place = 0
    while len(places) < len(raw):
        change = found.get(len(places))
        if change is not None and change.end > change.start:
            places += [place] * (change.end - change.start)
            place += len(change.text) if plain.startswith(change.text, place) else 0
            continue
        character = raw[len(places)]
        places.append(place)
        place += plain[place : place + 1] == character
    places.append(place)
    return places if place == len(plain) else None


def cut(text: str, spans: Sequence[Span], places: Iterable[int] = ()) -> list[Span]:
    """Return the pieces of a text, cut where spans begin and end and at further places.

    The name of each piece is its text.

    >>> [piece.name for piece in cut("abcdef", [Span(1, 4, "x"), Span(2, 6, "y")])]
    ['a', 'b', 'cd', 'ef']
    """
    bounds = {0, len(text), *places}
    for span in spans:
        bounds |= {span.start, span.end}
    ordered = sorted(bound for bound in bounds if 0 <= bound <= len(text))
    return [Span(start, end, text[start:end]) for start, end in pairwise(ordered) if end > start]


def measure(spans: Iterable[Span]) -> int:
    """Return how many characters some spans cover together.

    >>> measure([Span(0, 4, ""), Span(2, 6, ""), Span(8, 9, "")])
    7
    """
    covered, reached = 0, 0
    for span in sorted(spans, key=lambda span: span.start):
        covered += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return covered
