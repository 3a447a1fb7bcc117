"""Document → passages, sections and quotations, each at its place.

Passages and the structural text between them (headings, blank lines, templates, stray full
stops), joined, are the wikitext character for character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.document import Document, Footnote, Span, Visible, plain_text
from graph.iris import find_slug

Kind = Literal["sentence", "list-item", "category"]

STRAY_END = re.compile(r"(\s+\.)?\s*\Z")
SENTENCE_END = re.compile(r"[.!?][\"”’'»).\]]*(?=\s+[\"“‘«(]?[A-Z0-9])")
ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Z]|Art|Dr|Mr|Mrs|Ms|No|Nos|St|Vol|vol|p|pp|cf)\.$")
LETTERS: Mapping[Kind, str] = {"sentence": "s", "list-item": "i"}
QUOTE_PAIRS = {"“": "”", '"': '"'}


@dataclass(frozen=True)
class Section:
    """A heading and what follows it up to the next; the lead has no heading."""

    slug: str
    title: str
    span: Span


@dataclass(frozen=True)
class Passage:
    """A sentence, list item or category line; ``key`` is its section and number."""

    key: str
    kind: Kind
    section: str
    span: Span
    visible: tuple[Visible, ...]

    @property
    def plain(self) -> str:
        """What a reader sees: mark-up removed, damaged characters repaired."""
        return plain_text(self.visible)


@dataclass(frozen=True)
class Quotation:
    """The words between two quotation marks, without the marks."""

    span: Span
    plain: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """A document and the passages, sections and quotations found in it, in order."""

    document: Document
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]

    def find_passage(self, span: Span) -> Passage | None:
        """Return the passage that covers a span, or None."""
        return next((p for p in self.passages if p.span.covers(span)), None)

    def find_footnotes(self, passage: Passage) -> list[tuple[int, Footnote]]:
        """Return the footnotes in a passage with their numbers, from 1."""
        numbered = enumerate(self.document.footnotes, 1)
        return [(n, note) for n, note in numbered if passage.span.covers(note.span)]

    def find_quotation(self, span: Span) -> int | None:
        """Return the number of the quotation that covers a span, from 1, or None."""
        numbered = enumerate(self.quotations, 1)
        return next((n for n, quoted in numbered if quoted.span.covers(span)), None)


def split(document: Document, slugs: Mapping[str, str]) -> Layout:
    """Return the passages of a document, in reading order.

    ``slugs`` gives the slug of a section whose heading makes no short one.
    """
    sections = tuple(_split_sections(document, slugs))
    passages = tuple(_split_passages(document, sections))
    return Layout(document, sections, passages, tuple(_find_quotations(document, passages)))


def join(layout: Layout) -> str:
    """Return the wikitext from passages and the structural text between: the reverse of split."""
    return "".join(text for text, _ in find_segments(layout))


def find_segments(layout: Layout) -> Iterator[tuple[str, Passage | None]]:
    """Yield the wikitext in order as (text, passage); structural text has no passage."""
    text, end = layout.document.text, 0
    for passage in layout.passages:
        if passage.span.start > end:
            yield text[end : passage.span.start], None
        yield text[passage.span.start : passage.span.end], passage
        end = passage.span.end
    if end < len(text):
        yield text[end:], None


def find_unclosed_quotes(document: Document) -> list[int]:
    """Return the offset of each quotation mark that has no partner."""
    return [start for start, end in _pair_quotes(document) if end is None]


def _split_sections(document: Document, slugs: Mapping[str, str]) -> Iterator[Section]:
    starts = [title.span.start for title in document.headings]
    ends = [*starts, len(document.text)]
    yield Section("lead", "Lead", Span(0, ends[0]))
    for title, end in zip(document.headings, ends[1:], strict=True):
        slug = slugs.get(title.text) or find_slug(title.text)
        yield Section(slug, title.text, Span(title.span.start, end))


def _split_passages(document: Document, sections: tuple[Section, ...]) -> Iterator[Passage]:
    counts: Counter[str] = Counter()
    for section in sections:
        for kind, span in _split_section(document, section):
            stem = "category-" if kind == "category" else f"{section.slug}-{LETTERS[kind]}"
            counts[stem] += 1
            visible = tuple(document.find_visible(span))
            yield Passage(f"{stem}{counts[stem]}", kind, section.slug, span, visible)


def _split_section(document: Document, section: Section) -> Iterator[tuple[Kind, Span]]:
    headings = {title.span.start for title in document.headings}
    for line in _split_lines(document.text, section.span):
        categories = [link for link in document.categories if line.covers(link.span)]
        if line.start in headings:
            continue
        if categories:
            yield from (("category", link.span) for link in categories)
            continue
        content = _trim(document.text, line)
        if not document.find_visible(content):
            continue
        if line.start in document.list_markers:
            yield "list-item", content
        else:
            yield from (("sentence", span) for span in _split_sentences(document, content))


def _split_lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in text[span.start : span.end].splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip("\r\n")))
        start += len(line)


def _trim(text: str, line: Span) -> Span:
    """Leave out spaces around a line and the stray full stop after them."""
    content = STRAY_END.sub("", text[line.start : line.end])
    start = line.start + len(content) - len(content.lstrip())
    return Span(start, line.start + len(content))


def _split_sentences(document: Document, content: Span) -> Iterator[Span]:
    """Yield the sentences of a line; footnotes go with the sentence before them."""
    visible = [seen for seen in document.visible if content.start <= seen.span.start < content.end]
    plain, start = plain_text(visible), content.start
    for match in SENTENCE_END.finditer(plain):
        if ABBREVIATION.search(plain[: match.start() + 1]):
            continue
        end = document.widen(Span(start, visible[match.end() - 1].span.end)).end
        end = _pass_footnotes(document, end)
        yield Span(start, end)
        start = end + len(document.text[end:]) - len(document.text[end:].lstrip())
    if start < content.end:
        yield Span(start, content.end)


def _pass_footnotes(document: Document, end: int) -> int:
    for note in document.footnotes:
        if note.span.start >= end and not document.text[end : note.span.start].strip():
            end = note.span.end
    return end


def _pair_quotes(document: Document) -> Iterator[tuple[int, int | None]]:
    opened: tuple[int, str] | None = None
    for seen in document.visible:
        if opened and seen.character == opened[1]:
            yield opened[0], seen.span.start
            opened = None
        elif not opened and seen.character in QUOTE_PAIRS:
            opened = seen.span.start, QUOTE_PAIRS[seen.character]
    if opened:
        yield opened[0], None


def _find_quotations(document: Document, passages: tuple[Passage, ...]) -> Iterator[Quotation]:
    for start, end in _pair_quotes(document):
        if end is not None:
            span = Span(start + 1, end)
            keys = tuple(p.key for p in passages if p.span.overlaps(span))
            yield Quotation(span, plain_text(document.find_visible(span)), keys)
