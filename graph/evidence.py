"""The evidence → statements from outside the document, each with its own source."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import Faults
from graph.folder import Block, Text, read_date
from graph.iris import PATH
from graph.statements import (
    VERBS,
    Context,
    Count,
    Link,
    Statement,
    read_links,
    read_modality,
    read_triple,
)

LINKS: Mapping[str, Link] = {
    "confirms": "corroboratedBy",
    "contradicts": "contradictedBy",
    "qualifies": "qualifiedBy",
}
KEYS = (
    *VERBS,
    "by",
    "source",
    "locator",
    "modality",
    "note",
    "count",
    "as_of",
    "until",
    *LINKS,
)


def read_evidence(block: Block, publisher: str, context: Context) -> list[Statement]:
    """Return the statements from outside the document, in the order written."""
    statements = []
    for key, fields in block.blocks(context.faults):
        if not PATH.fullmatch(key) or "/" in key:
            context.faults.add(
                key.where, f"a key without spaces or slashes is required; found {key}"
            )
            continue
        statement = _read_outside(key, fields, publisher, context)
        if statement:
            statements.append(statement)
    return statements


def _read_outside(key: Text, block: Block, publisher: str, context: Context) -> Statement | None:
    faults = context.faults
    block.refuse_unknown(KEYS, faults)
    triple, asserted = read_triple(block, key.where, context)
    sources = block.texts("source", faults)
    context.check_things(sources, "the source")
    count = _read_count(block, faults)
    if count and "until" in block.fields:
        faults.add(block.where, "until follows from the count; it must not stand beside it")
    if not sources and not count:
        faults.add(key.where, f"a source of {key} is required; found none")
    by = block.text("by", faults) or Text(publisher, key.where)
    context.check_thing(by, by.where, "the speaker")
    note = block.text("note", faults)
    default = "computed" if count else "external"
    modality = read_modality(block, key.where, faults, default)
    if triple is None or modality is None:
        return None
    return Statement(
        key=key,
        graph="register" if count else "evidence",
        triple=triple,
        asserted=asserted,
        modality=modality,
        by=by,
        where=key.where,
        sources=tuple(sources),
        locator=block.text("locator", faults),
        notes=(note,) if note else (),
        as_of=block.text("as_of", faults),
        count=count,
        holds_until=read_date(block.text("until", faults), faults),
        backlinks=read_links(block, LINKS, faults),
    )


def _read_count(block: Block, faults: Faults) -> Count | None:
    if "count" not in block.fields:
        return None
    fields = block.block("count", faults)
    of, on = fields.text("of", faults), read_date(fields.text("on", faults), faults)
    if of not in ("states", "parties") or on is None:
        found = f"{of or 'none'} and {on or 'no date'}"
        required = "count must have `of`, states or parties, and `on`, a date"
        faults.add(fields.where, f"{required}; found {found}")
        return None
    return Count(str(of), on)
