"""Show what came of a query: rows, yes or no, a text, or the place where it cannot be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from server.formats import Form
from server.lookup.labels import Shown
from server.releases.service import Service

DISPLAYED_ROWS = 500
DISPLAYED_CHARACTERS = 200_000


@dataclass(frozen=True)
class Fault:
    """Hold the place where a query cannot be read, and its line before and from there on."""

    line: int
    column: int
    before: str
    rest: str


def find_fault(text: str, members: Mapping[str, object]) -> Fault | None:
    r"""Return the place that a problem names in a query, or None where it names none.

    >>> find_fault("SELECT *\nWHERE }", {"line": 2, "column": 7})
    Fault(line=2, column=7, before='WHERE ', rest='}')
    """
    line, column = members.get("line"), members.get("column")
    if not isinstance(line, int) or not isinstance(column, int):
        return None
    words = dict(enumerate(text.split("\n"), 1)).get(line, "")
    return Fault(line, column, words[: column - 1], words[column - 1 :])


def read_result(form: Form, body: bytes, service: Service) -> Mapping[str, object]:
    """Return the result of a query for its page: names and rows, a truth value, or a text."""
    if form == "graph":
        text = body.decode("utf-8", "replace")
        is_cut = len(text) > DISPLAYED_CHARACTERS
        return {"text": text[:DISPLAYED_CHARACTERS], "is_cut": is_cut}
    document = json.loads(body)
    if form == "boolean":
        return {"boolean": document["boolean"]}
    names = document["head"]["vars"]
    rows = document["results"]["bindings"]
    return {
        "names": names,
        "count": len(rows),
        "rows": [
            [show_cell(row.get(name), service) for name in names] for row in rows[:DISPLAYED_ROWS]
        ],
    }


def show_cell(cell: Mapping[str, str] | None, service: Service) -> Shown:
    """Return one cell of a table of results."""
    if cell is None:
        return Shown("")
    text = cell["value"]
    if cell["type"] != "uri":
        return Shown(str(text), cell.get("xml:lang", ""))
    path = service.find_path(text)
    if path is not None:
        return Shown(path or text, href=f"{service.root}/{path}", title=text)
    href = text if text.startswith(("http://", "https://")) else ""
    return Shown(service.names.context.shorten(text), href=href, title=text)
