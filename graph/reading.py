"""The reading → statements, each tied to its words in a passage of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.document import Span
from graph.errors import Faults
from graph.folder import Block, Text, Where
from graph.passages import Layout, Passage
from graph.statements import (
    VERBS,
    Context,
    Link,
    Statement,
    Words,
    read_links,
    read_modality,
    read_triple,
)

LINKS: Mapping[str, Link] = {
    "confirmed_by": "corroboratedBy",
    "contradicted_by": "contradictedBy",
    "qualified_by": "qualifiedBy",
}
KEYS = (
    *VERBS,
    "words",
    "whole",
    "modality",
    "by",
    "footnote",
    "note",
    "as_of",
    "precision",
    *LINKS,
)


def read_reading(block: Block, context: Context) -> list[Statement]:
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
    block.refuse_unknown(KEYS, faults)
    if not (number.isdecimal() and len(number) == 2):
        faults.add(number.where, f"a statement has a number of two digits; found {number}")
    triple, asserted = read_triple(block, number.where, context)
    words, whole = _read_words(passage, block, number.where, context)
    by = block.text("by", faults) or speaker
    context.check_thing(by, by.where, "the speaker")
    modality = read_modality(block, number.where, faults)
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
        footnotes=tuple(read_footnotes(block, len(context.layout.document.footnotes), faults)),
        notes=tuple(note for note in notes if note),
        as_of=block.text("as_of", faults),
        precision=block.text("precision", faults),
        links=read_links(block, LINKS, faults),
    )


def _read_words(
    passage: Passage, block: Block, where: Where, context: Context
) -> tuple[Words | None, str | None]:
    faults = context.faults
    words, whole = block.text("words", faults), block.text("whole", faults)
    if whole and not words:
        return Words(passage.span, passage.plain), whole
    if not words or whole:
        faults.add(where, "one of words and whole is required")
        return None, None
    found = passage.plain.count(words)
    if found != 1:
        times = f"{found} times" if found else "nowhere in it"
        required = f'the words "{words}" must stand once in {passage.key}'
        faults.add(words.where, f"{required}; found them {times}")
        return None, None
    return find_words(passage, words, context.layout), None


def find_words(passage: Passage, words: str, layout: Layout) -> Words:
    """Return the place of words that stand once in a passage, mark-up around them included."""
    start = passage.plain.index(words)
    shown = passage.visible[start : start + len(words)]
    span = Span(shown[0].span.start, shown[-1].span.end)
    return Words(layout.document.widen(span), str(words))


def read_footnotes(block: Block, count: int, faults: Faults) -> Iterator[int]:
    """Yield the numbers of the footnotes that a block names, of so many that there are."""
    for text in block.texts("footnote", faults):
        if text.isdecimal() and 1 <= int(text) <= count:
            yield int(text)
        else:
            faults.add(text.where, f"a footnote from 1 to {count} is required; found {text}")
