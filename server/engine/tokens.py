"""Split a query text into words without reading it: enough for messages and for FROM.

What stands in strings, IRIs and comments is no word. Nothing here is a fence: the engine alone
decides what a query is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<(?P<iri>[^<>"{}|^`\\\x00-\x20]*)>'
    r"|#[^\n]*"
    r"|(?P<gap>\s+|(?<![<|])[(){}](?![>|]))"
    r"|_:[\w.-]*|[?$@]\w+"
    r"|(?P<name>(?:[^\W\d_][\w.-]*)?:)(?P<local>[\w.:%-]*)"
    # A dot behind a number may end a triple.
    r"|(?P<word>\w[\w-]*)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Clauses:
    """The graphs that the FROM and FROM NAMED of a query name, as absolute IRIs."""

    default: tuple[str, ...]
    named: tuple[str, ...]


def find_undeclared(text: str) -> tuple[str, int] | None:
    """Return the first prefix that a query uses and does not declare, and where it stands."""
    declared: set[str] = set()
    for name, start, is_declared in _read_prefixes(text):
        if is_declared:
            declared.add(name)
        elif name not in declared:
            return name, start
    return None


def find_missing(text: str) -> frozenset[str]:
    """Return the prefixes that a query uses and declares nowhere, each with its colon."""
    found = list(_read_prefixes(text))
    declared = {name for name, _, is_declared in found if is_declared}
    return frozenset(name for name, _, _ in found) - declared


def _read_prefixes(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield each prefix, where it stands, and whether it is declared there."""
    previous = ""
    for token in TOKEN.finditer(text):
        if token["gap"] is not None or token[0].startswith("#"):
            continue
        if token["name"] is not None:
            yield token["name"], token.start(), previous == "prefix"
        previous = (token["word"] or "").lower()


def find_clauses(text: str) -> Clauses:
    """Return the graphs that FROM and FROM NAMED name; relative IRIs are left out."""
    prefixes: dict[str, str] = {}
    found: dict[str, list[str]] = {"from": [], "named": []}
    before, previous, prefix = "", "", ""
    for token in TOKEN.finditer(text):
        if token["gap"] is not None or token[0].startswith("#"):
            continue
        iri = token["iri"]
        if token["name"] is not None:
            iri = prefixes.get(token["name"], "") + (token["local"] or "")
        if previous == "prefix":
            prefix, previous = token[0], "prefix name"
            continue
        if previous == "prefix name":
            prefixes[prefix] = iri or ""
        elif iri and ":" in iri and (previous == "from" or (before, previous) == ("from", "named")):
            found[previous].append(iri)
        before, previous = previous, (token["word"] or "").lower()
    return Clauses(tuple(found["from"]), tuple(found["named"]))
