"""Say where and why the engine refuses a query text.

The engine tells the furthest place that it looked at, and it looks at as many characters as a
keyword has before it compares them. So the place it tells lies behind the fault, and what it
expected at the fault itself is lost. A text with wide gaps between its words keeps the places
apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

from server.engine.answers import QueryError
from server.engine.tokens import TOKEN, find_undeclared

NO_SERVICE = "SERVICE is off here: no query reaches another host."
# What the engine says it expects, by what a person calls it. Of keywords it tells only the longest
# at the furthest place: those here stand for all that could be there.
NAMES = {
    "SELECT, ASK, CONSTRUCT or DESCRIBE": {"CONSTRUCT"},
    "an expression": {"ENCODE_FOR_URI", "STRSTARTS", "isLITERAL"},
    "a variable": {"?"},
    "an IRI": {"<"},
    "a name with its prefix": {":"},
    "a string": {"'"},
    "a number": {"+", "['0'..='9']"},
    "a blank node": {"_:"},
    "BY": {"BY"},
}
# What begins some of these, and is not named beside them.
IMPLIED = {"a number": ".", "a blank node": "["}
PUNCTUATION = ("{", "}", "(", ")", "[", "]", ",", ".", ";", "a")
# No keyword is longer.
GAP = " " * 20
# Of a longer text only the engine's own report is given.
SPREAD_CHARACTERS = 64 * 1024

_REPORT = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
# A quoted token, a class of characters, or words.
_EXPECTED = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^,\[\"]+')
_KEYWORD = re.compile(r"(?:is)?[A-Z][A-Z0-9_]*(?: [A-Z]+)*")
_WIDE_IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://[^<>\n]*>")
_NOT_IN_IRI = re.compile(r"[\s\"{}|^`]|\\(?![uU])")

# What many write and the engine's report does not lead to, each with what to write instead.
_SELECTED = r"\bselect\s+(?:(?:distinct|reduced)\s+)?(?:[?$]\w+\s+)*"
_SLIPS = (
    (
        re.compile(_SELECTED + r"[?$]\w+\s*(,)", re.IGNORECASE),
        "Variables stand side by side: SELECT ?a ?b",
    ),
    (
        re.compile(_SELECTED + r"(?!distinct\b|reduced\b|where\b)([a-z_]+)\s*\(", re.IGNORECASE),
        "What is computed stands in brackets and has a name: SELECT (COUNT(*) AS ?n)",
    ),
)


def explain_syntax(
    text: str, report: str, read: Callable[[str], str], prefixes: Mapping[str, str]
) -> QueryError:
    """Return the error for a text that is no query.

    ``report`` is the engine's own about it, and ``read`` gives its report about another text.
    ``prefixes`` are those that the dataset uses.
    """
    for iri in _WIDE_IRI.finditer(text):
        if wrong := _NOT_IN_IRI.search(text, *iri.span()):
            place = _find_position(text, wrong.start())
            return QueryError(f"An IRI must not hold {wrong[0]!r}.", *place)
    undeclared = find_undeclared(text)
    if undeclared:
        name, start = undeclared
        known = prefixes.get(name.removesuffix(":"), "…")
        message = f"The prefix {name} is not declared. Write PREFIX {name} <{known}> at the start."
        return QueryError(message, *_find_position(text, start))
    slip = _find_slip(text)
    if slip:
        return slip
    wide, gaps = _spread(text)
    match = _REPORT.fullmatch(read(wide)) or _REPORT.fullmatch(report)
    if not match:
        return QueryError(report)
    expected = [item.strip() for item in _EXPECTED.findall(match[3]) if item.strip(" \n")]
    start = _find_offset(wide, int(match[1]), int(match[2])) - _measure_overshoot(expected)
    start = min(_narrow(start, gaps), len(text))
    return QueryError(_name_expected(text, start, expected), *_find_position(text, start))


def explain_failure(text: str, report: str, *, is_service: bool) -> QueryError:
    """Return the error for a query that the engine began and refused, from its report.

    ``is_service`` tells that it tried to reach another host.
    """
    service = re.search(r"\bservice\b", text, re.IGNORECASE)
    if service and (is_service or "service" in report.lower()):
        return QueryError(NO_SERVICE, *_find_position(text, service.start()))
    quoted = re.search(r"<[^<>]+>", report)
    start = text.find(quoted[0]) if quoted else 0
    return QueryError(f"{report.rstrip('.')}.", *_find_position(text, start))


def _find_slip(text: str) -> QueryError | None:
    """Return the error for what many write wrong in SELECT, if it is there."""
    words = TOKEN.sub(lambda t: " " * len(t[0]) if t[0][0] in "\"'#" else t[0], text)
    for pattern, advice in _SLIPS:
        if found := pattern.search(words):
            message = f"Found {found[1]!r} in SELECT. {advice}"
            return QueryError(message, *_find_position(text, found.start(1)))
    return None


def _spread(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with wide gaps, and the offset behind each in the new and the old text."""
    parts: list[str] = []
    gaps = [(0, 0)]
    end = length = 0
    for token in TOKEN.finditer(text[:SPREAD_CHARACTERS]):
        if token["gap"] is None:
            continue
        space = GAP if not token[0].isspace() else ""
        part = text[end : token.start()] + space + token[0]
        gaps.append((length + len(part) - len(token[0]), token.start()))
        parts.append(part + GAP)
        length += len(part) + len(GAP)
        end = token.end()
        gaps.append((length, end))
    return "".join(parts) + text[end:] + "\n" + GAP, gaps


def _narrow(offset: int, gaps: list[tuple[int, int]]) -> int:
    """Return the offset in the old text of one in the text with wide gaps."""
    place = bisect_right(gaps, offset, key=lambda gap: gap[0]) - 1
    wide, narrow = gaps[max(place, 0)]
    following = gaps[place + 1][1] if place + 1 < len(gaps) else narrow + offset - wide
    return min(narrow + max(offset - wide, 0), max(following, narrow))


def _measure_overshoot(expected: list[str]) -> int:
    """Return how far behind the fault the engine reports it."""
    lengths = [len(item) if _KEYWORD.fullmatch(item) else 0 for item in expected if item != "[_]"]
    return min(lengths, default=0)


def _name_expected(text: str, start: int, expected: list[str]) -> str:
    """Return a sentence that says what is required and what was found."""
    sentences = [item for item in expected if _is_sentence(item)]
    if sentences:
        return f"{sentences[0].rstrip('.')}."
    found = re.match(r"[?$]?\w{1,20}|\S", text[start:].lstrip())
    what = repr(found[0]) if found else "the end of the query"
    signs = {item.strip('"').replace('\\"', '"') for item in expected}
    if "\\\\" in signs:
        return f"A string is not closed; found {what}."
    names = [name for name, of_it in NAMES.items() if of_it & signs]
    implied = {IMPLIED[name] for name in names if name in IMPLIED}
    names += [f"'{sign}'" for sign in PUNCTUATION if sign in signs - implied]
    if not names:
        return f"The query cannot be read from here on; found {what}."
    *first, last = names
    listed = f"{', '.join(first)} or {last}" if first else last
    return f"Found {what} where the query needs {listed}."


def _is_sentence(item: str) -> bool:
    return not item.startswith(('"', "[", "'")) and not _KEYWORD.fullmatch(item)


def _find_offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    return min(sum(len(each) + 1 for each in lines[: line - 1]) + column - 1, len(text))


def _find_position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1."""
    before = text[: max(offset, 0)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
