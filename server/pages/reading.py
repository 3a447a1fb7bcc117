"""Hold the document of a release as it was read: sections, passages, pieces and apparatus."""

from __future__ import annotations

from dataclasses import dataclass

from server.lookup.labels import Shown
from server.lookup.statements import Sentence


@dataclass(frozen=True)
class Footnote:
    """Hold one footnote; ``passages`` are the keys of the passages that carry it."""

    iri: str
    number: str
    shown: Shown
    cited: tuple[Shown, ...]
    provisions: tuple[Shown, ...]
    locator: str
    wikitext: str
    address: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """Hold a piece of a passage: its text, and the keys of the statements drawn from it."""

    text: str
    statements: tuple[str, ...]
    marks: tuple[str, ...]
    is_quoted: bool
    is_repaired: bool
    notes: tuple[Footnote, ...]


@dataclass(frozen=True)
class Quoted:
    """Hold a quotation that a passage holds, whole or in part."""

    shown: Shown
    speakers: tuple[Shown, ...]
    origins: tuple[Shown, ...]
    fidelity: Shown | None
    note: str


@dataclass(frozen=True)
class Repair:
    """Hold damaged characters and what they were read as."""

    original: str
    repaired: str
    rule: str


@dataclass(frozen=True)
class Passage:
    """Hold one passage as the reader shows it."""

    iri: str
    key: str
    shown: Shown
    kind: str
    text: str
    raw: str
    begins_paragraph: bool
    pieces: tuple[Piece, ...]
    covered: int
    sentences: tuple[Sentence, ...]
    footnotes: tuple[Footnote, ...]
    quotations: tuple[Quoted, ...]
    repairs: tuple[Repair, ...]
    links: tuple[tuple[str, Shown | None], ...]


@dataclass(frozen=True)
class Section:
    """Hold one section with its passages, in their order."""

    key: str
    heading: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Reading:
    """Hold the document as read, in its order."""

    document: Shown
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]

    @property
    def passages(self) -> list[Passage]:
        """Return the passages of all sections."""
        return [passage for section in self.sections for passage in section.passages]
