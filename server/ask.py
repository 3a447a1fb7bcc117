"""Answer one query on a release for the command line."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from graph.errors import ReleaseError
from server.engine.answers import Dataset, NotAcceptable, QueryError, StoreError
from server.engine.store import EmbeddedStore
from server.engine.tokens import find_missing
from server.formats import FORMATS, TABLE, Form, Format, find_formats
from server.releases.release import read_release
from server.settings import PATIENT

KINDS: Mapping[Form, str] = {"solutions": "table", "boolean": "boolean", "graph": "graph"}
# What is meant as the name of a file: no query ends so without a space or a brace.
_FILE = re.compile(r"[^\s{}]+\.(?:rq|sparql)", re.IGNORECASE)


class AskError(ReleaseError):
    """The query has no answer; the message says why and where."""


def read_query(given: str | None) -> str:
    """Return the text of a query that is given as text, as a file or on standard input.

    Raises:
        AskError: the text is empty or not UTF-8, or its file is not there or cannot be read.
    """
    if given is None:
        text = _decode(sys.stdin.buffer.read(), "standard input")
    elif _is_file(given):
        try:
            text = _decode(Path(given).read_bytes(), given)
        except OSError as error:
            raise AskError(f"{given}: the file cannot be read: {error.strerror}") from error
    elif _FILE.fullmatch(given):
        raise AskError(f"{given}: the name of a file or a query is required; found no such file")
    else:
        # Python keeps the bytes of an argument that it cannot decode, one by one.
        text = _decode(given.encode("utf-8", "surrogateescape"), "query")
    if not text.strip():
        raise AskError("query: SELECT, ASK, CONSTRUCT or DESCRIBE is required; found an empty text")
    return text


def _is_file(given: str) -> bool:
    with suppress(OSError):  # such as for a name that is too long
        return Path(given).is_file()
    return False


def _decode(raw: bytes, where: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        place = f"{where}: line {line}, column {column}"
        raise AskError(
            f"{place}: UTF-8 is required; found the byte {raw[error.start]:02X}"
        ) from None


def ask(folder: Path, text: str, name: str) -> bytes:
    """Return the answer in a format by name; ``table`` draws rows and writes graphs in Turtle.

    Raises:
        AskError: the format does not fit the answer, or the query has none.
    """
    formats = {form: _find_format(form, name) for form in KINDS}
    release = read_release(folder)
    declared = _declare(text, release.prefixes)
    try:
        store = EmbeddedStore(folder, PATIENT, release.prefixes)
    except StoreError as error:
        raise AskError(str(error)) from error
    try:
        answer = store.query(declared + text, base=release.base, dataset=Dataset(), formats=formats)
    except QueryError as error:
        shift = len(declared) if error.line == 1 else 0
        # What has no place of its own is told at the beginning, before the shift.
        told = QueryError(error.message, error.line, max(error.column - shift, 1))
        raise AskError(f"query: {told}") from error
    except NotAcceptable as error:
        if error.unfit:
            raise AskError(f"--format: {name} cannot hold {error.unfit}") from error
        fitting = ", ".join([TABLE, *(each.name for each in find_formats(error.form))])
        required = f"the answer is a {KINDS[error.form]}; one of {fitting} is required"
        raise AskError(f"--format: {required}; found {name}") from error
    except StoreError as error:
        raise AskError(str(error)) from error
    finally:
        store.close()
    drawn = name == TABLE and answer.form != "graph"
    return draw(json.loads(answer.body), release.base).encode() if drawn else answer.body


def _declare(text: str, prefixes: Mapping[str, str]) -> str:
    """Return, on one line, the declarations of known prefixes that a query uses without its own."""
    missing = find_missing(text)
    return "".join(
        f"PREFIX {name}: <{iri}> " for name, iri in prefixes.items() if f"{name}:" in missing
    )


def _find_format(form: Form, name: str) -> Format | None:
    wanted = {"graph": "ttl"}.get(form, "json") if name == TABLE else name
    return next((each for each in FORMATS if each.name == wanted and form in each.kinds), None)


def draw(results: Mapping[str, Any], base: str) -> str:
    """Return SPARQL results in JSON as a table, IRIs under the base in angle brackets."""
    if "boolean" in results:
        return f"{str(results['boolean']).lower()}\n"
    names = results["head"]["vars"]
    rows = [
        [_draw_term(row[name], base) if name in row else "" for name in names]
        for row in results["results"]["bindings"]
    ]
    widths = [max(map(_width, column)) for column in zip(names, *rows, strict=True)]
    rule = ["─" * width for width in widths]
    lines = [_draw_row(row, widths) for row in (names, rule, *rows)]
    count = f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}"
    return "\n".join([*lines, count, ""])


def _draw_term(term: Mapping[str, str], base: str) -> str:
    value = term["value"].replace("\n", "⏎ ")
    if term["type"] == "uri":
        return f"<{value.removeprefix(base)}>"
    language = term.get("xml:lang")
    return f"{value} @{language}" if language and language != "en" else value


def _draw_row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
