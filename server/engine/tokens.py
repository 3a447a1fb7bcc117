"""Split a query text into words without reading it: enough for messages and for FROM.

What stands in strings, IRIs and comments is no word. Nothing here is a fence: the engine alone
decides what a query is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, RdfFormat, parse

# A string that is not closed goes to the end of its line, or of the text: no character is read
# twice, however many strings begin.
TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*(?:""")?'
    r"|'''(?:[^'\\]|\\.|'(?!''))*(?:''')?"
    r'|"(?:[^"\\\n]|\\.)*"?'
    r"|'(?:[^'\\\n]|\\.)*'?"
    r'|<(?P<iri>(?:[^<>"{}|^`\\\x00-\x20]|\\u[\dA-Fa-f]{4}|\\U[\dA-Fa-f]{8})*)>'
    r"|#[^\n]*"
    r"|(?P<gap>\s+|(?<![<|])[(){}](?![>|]))"
    r"|_:[\w.-]*|[?$@]\w+"
    r"|(?P<name>(?:[^\W\d_][\w.-]*)?:)(?P<local>(?:[\w.:%-]|\\.)*)"
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


def find_clauses(text: str, base: str) -> Clauses | None:
    """Return the graphs that FROM and FROM NAMED name, or None where one of them is not read.

    The parser of Turtle resolves them: its declarations, names and escapes are those of SPARQL.
    """
    prologue = ""
    found: dict[str, list[str]] = {"from": [], "named": []}
    before, previous = "", ""
    for token in TOKEN.finditer(text):
        if token["gap"] is not None or token[0].startswith("#"):
            continue
        word = (token["word"] or "").lower()
        if previous == "prefix" and token["name"] is not None:
            prologue += f"PREFIX {token[0]} "
            word = "prefix name"
        elif previous in {"base", "prefix name"} and token["iri"] is not None:
            prologue += f"{'BASE ' if previous == 'base' else ''}{token[0]}\n"
        elif previous == "from" or (before, previous) == ("from", "named"):
            if token["iri"] is not None or token["name"] is not None:
                found[previous].append(token[0])
            elif (previous, word) != ("from", "named"):
                return None
        before, previous = previous, word
    triples = "".join(f"{name} <x:x> <x:x> .\n" for names in found.values() for name in names)
    try:
        quads = list(parse(prologue + triples, RdfFormat.TURTLE, base_iri=base))
    except SyntaxError:
        return None
    iris = [quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)]
    border = len(found["from"])
    return Clauses(tuple(iris[:border]), tuple(iris[border:]))
