"""A document: its wikitext, and what of it a reader sees, character by character.

Offsets are code points in the wikitext, half open.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import mwparserfromhell
from mwparserfromhell.nodes import (
    ExternalLink,
    Heading,
    HTMLEntity,
    Node,
    Tag,
    Text,
    Wikilink,
)
from mwparserfromhell.wikicode import Wikicode

NON_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
LIST_TAGS = frozenset({"li", "dt", "dd"})


@dataclass(frozen=True)
class Span:
    """A stretch of the wikitext, half open."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Say whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Visible:
    """One character that a reader sees, and the wikitext that shows it."""

    character: str
    span: Span


@dataclass(frozen=True)
class Repair:
    """Characters damaged by a wrong decoding, and what they were."""

    span: Span
    original: str
    repaired: str


@dataclass(frozen=True)
class Link:
    """A wikilink outside footnotes: where it points and what it shows."""

    span: Span
    target: str
    text: str


@dataclass(frozen=True)
class Footnote:
    """One ``<ref>`` tag; ``wikitext`` is what stands inside it, or the tag if it is empty."""

    span: Span
    wikitext: str
    url: str | None


@dataclass(frozen=True)
class Title:
    """A heading and its text."""

    span: Span
    text: str


@dataclass(frozen=True)
class Document:
    """The wikitext read whole: what is visible, and every piece of mark-up by place."""

    text: str
    sha256: str
    visible: tuple[Visible, ...]
    elements: tuple[Span, ...]
    repairs: tuple[Repair, ...]
    links: tuple[Link, ...]
    categories: tuple[Link, ...]
    footnotes: tuple[Footnote, ...]
    headings: tuple[Title, ...]
    list_markers: tuple[int, ...]

    def find_visible(self, span: Span) -> list[Visible]:
        """Return the visible characters of a span, runs of space as one, none at the ends."""
        first = bisect_left(self.visible, span.start, key=lambda v: v.span.start)
        kept: list[Visible] = []
        for seen in self.visible[first:]:
            if seen.span.start >= span.end:
                break
            if seen.character != " " or (kept and not kept[-1].character.isspace()):
                kept.append(seen)
        while kept and kept[-1].character.isspace():
            kept.pop()
        return kept

    def widen(self, span: Span) -> Span:
        """Return the span with every element whose visible text it covers taken whole."""
        for element in sorted(self.elements, key=lambda e: e.end - e.start):
            inside = self.find_visible(element)
            shown = Span(inside[0].span.start, inside[-1].span.end) if inside else None
            if shown and span.covers(shown):
                span = Span(min(span.start, element.start), max(span.end, element.end))
        return span


def plain_text(visible: Sequence[Visible]) -> str:
    """Return the characters as text."""
    return "".join(seen.character for seen in visible)


def read_document(data: bytes) -> Document:
    """Return the document of a UTF-8 wikitext file.

    Raises:
        UnicodeDecodeError: the bytes are not UTF-8.
    """
    text = data.decode("utf-8")
    repairs = tuple(find_repairs(text))
    marks = _Marks(text)
    marks.walk(mwparserfromhell.parse(text), 0)
    return Document(
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        visible=tuple(_repair(marks.visible, repairs)),
        elements=tuple(marks.elements),
        repairs=repairs,
        links=tuple(marks.links),
        categories=tuple(marks.categories),
        footnotes=tuple(_share_named(marks.footnotes, text)),
        headings=tuple(marks.headings),
        list_markers=tuple(marks.list_markers),
    )


def find_repairs(text: str) -> Iterator[Repair]:
    """Yield each run of UTF-8 that was read as Windows-1252, in order.

    A run of non-ASCII characters that is valid UTF-8 when written as Windows-1252 is
    practically never what the author meant.
    """
    for match in NON_ASCII.finditer(text):
        try:
            repaired = match.group().encode("cp1252").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        yield Repair(Span(*match.span()), match.group(), repaired)


def _repair(visible: Sequence[Visible], repairs: Sequence[Repair]) -> Iterator[Visible]:
    starts = {repair.span.start: repair for repair in repairs}
    damaged = {i for repair in repairs for i in range(repair.span.start, repair.span.end)}
    for seen in visible:
        repair = starts.get(seen.span.start)
        if repair:
            yield from (Visible(character, repair.span) for character in repair.repaired)
        elif seen.span.start not in damaged:
            yield seen


def _share_named(footnotes: Sequence[tuple[Footnote, str]], text: str) -> Iterator[Footnote]:
    """Give a footnote that only repeats a name the address of the one that defines it."""
    defined = {name: note.url for note, name in footnotes if name and note.wikitext}
    for note, name in footnotes:
        if note.wikitext:
            yield note
        else:
            raw = text[note.span.start : note.span.end]
            yield Footnote(note.span, raw, defined.get(name))


class _Marks:
    """What a walk over the parsed wikitext collects."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.visible: list[Visible] = []
        self.elements: list[Span] = []
        self.links: list[Link] = []
        self.categories: list[Link] = []
        self.footnotes: list[tuple[Footnote, str]] = []
        self.headings: list[Title] = []
        self.list_markers: list[int] = []

    def walk(self, code: Wikicode, start: int) -> None:
        """Take in the nodes of some wikicode that begins at ``start``."""
        for node in code.nodes:
            span = Span(start, start + len(str(node)))
            self.take(node, span)
            start = span.end

    def take(self, node: Node, span: Span) -> None:
        """Take in one node."""
        if isinstance(node, Text):
            self.show(span)
        elif isinstance(node, HTMLEntity):
            self.visible.append(Visible(node.normalize(), span))
        elif isinstance(node, Wikilink):
            self.take_wikilink(node, span)
        elif isinstance(node, ExternalLink):
            self.take_external_link(node, span)
        elif isinstance(node, Heading):
            self.headings.append(Title(span, str(node.title).strip()))
        elif isinstance(node, Tag):
            self.take_tag(node, span)
        # Templates and comments show nothing that stands in the file.

    def show(self, span: Span) -> None:
        """Take the wikitext of a span as it stands."""
        self.visible.extend(
            Visible(self.text[i], Span(i, i + 1)) for i in range(span.start, span.end)
        )

    def take_wikilink(self, node: Wikilink, span: Span) -> None:
        target = str(node.title).strip()
        shown = Span(span.start + 2, span.end - 2)
        if node.text is not None:
            shown = Span(shown.start + len(str(node.title)) + 1, shown.end)
        link = Link(span, target, self.text[shown.start : shown.end].strip())
        (self.categories if target.startswith("Category:") else self.links).append(link)
        self.elements.append(span)
        self.show(shown)

    def take_external_link(self, node: ExternalLink, span: Span) -> None:
        if not node.brackets:
            self.show(span)
        elif node.title is not None:
            self.elements.append(span)
            self.walk(node.title, span.end - 1 - len(str(node.title)))

    def take_tag(self, node: Tag, span: Span) -> None:
        name = str(node.tag).strip().lower()
        if name in LIST_TAGS and node.self_closing:
            self.list_markers.append(span.start)
        elif name == "ref":
            self.take_footnote(node, span)
        elif not node.self_closing:
            closing = node.closing_wiki_markup or f"</{node.closing_tag}>"
            self.elements.append(span)
            self.walk(node.contents, span.end - len(closing) - len(str(node.contents)))

    def take_footnote(self, node: Tag, span: Span) -> None:
        wikitext = "" if node.self_closing else str(node.contents)
        links = mwparserfromhell.parse(wikitext).filter_external_links()
        url = str(links[0].url) if links else None
        name = str(node.get("name").value) if node.has("name") else ""
        self.footnotes.append((Footnote(span, wikitext, url), name))
