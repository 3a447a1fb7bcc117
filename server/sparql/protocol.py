"""Answer the SPARQL 1.1 Protocol: a request in, the whole result or a problem out.

Source: https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from server.engine.answers import Dataset, NotAcceptable, QueryError
from server.formats import BY_NAME, Form, Format, find_formats, list_media_types
from server.http.cache import Entry, make_entry
from server.http.errors import ProblemError, refuse_formats
from server.http.messages import SAFE, EncodingError, Reply, Request, read_form
from server.http.negotiate import Choice, Wishes, choose, negotiate_forms
from server.releases.service import Service

FORM_TYPE = "application/x-www-form-urlencoded"
QUERY_TYPE = "application/sparql-query"
UPDATE_TYPE = "application/sparql-update"
ACCEPT_QUERY = ("Accept-Query", f'"{QUERY_TYPE}", "{FORM_TYPE}"')
READ_ONLY = "This endpoint is read-only: it answers queries and refuses every update."

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*")
# Comments may stand before the parenthesis; a name too many only costs the keeping.
_CHANGING = re.compile(r"(?<![?$:])\b(?:NOW|RAND|UUID|STRUUID)\b", re.IGNORECASE)
_PROLOGUE = re.compile(
    r"(?:\s+|#[^\n\r]*|BASE\s*<[^>]*>|PREFIX\s*[^\s:]*:\s*<[^>]*>)", re.IGNORECASE
)
_UPDATE = re.compile(
    r"(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Operation:
    """Hold one query as a client asks it: its text, dataset, formats and time."""

    text: str
    dataset: Dataset
    wishes: Wishes
    seconds: float | None


def read_operation(request: Request) -> Operation:
    """Return the query that a request asks.

    Raises:
        ProblemError: the request breaks the protocol; says where.
    """
    try:
        parameters, text = _read_parameters(request)
    except EncodingError as error:
        raise ProblemError(400, str(error)) from error
    if any(
        name in {"update", "using-graph-uri", "using-named-graph-uri"} for name, _ in parameters
    ):
        raise ProblemError(400 if request.method in SAFE else 403, READ_ONLY)
    queries = [value for name, value in parameters if name == "query"]
    if text is not None:
        queries.append(text)
    if len(queries) != 1:
        raise ProblemError(
            400,
            f"A request holds exactly one query; this one holds {len(queries)}.",
            hint="Give the query once: in the parameter 'query', or as the body.",
        )
    values = dict(reversed(parameters))
    named = values.get("format") or values.get("output") or values.get("results") or ""
    return Operation(
        queries[0],
        _read_dataset(parameters),
        negotiate_forms(request.accept, named),
        _read_seconds(values.get("timeout", "")),
    )


def _read_parameters(request: Request) -> tuple[list[tuple[str, str]], str | None]:
    """Return the parameters of address and body, and the query where the body is one."""
    parameters = request.read_parameters()
    if request.method in SAFE:
        return parameters, None
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == UPDATE_TYPE:
        raise ProblemError(403, READ_ONLY)
    if kind not in {FORM_TYPE, QUERY_TYPE}:
        raise ProblemError(
            415,
            f"The body must be {QUERY_TYPE} or {FORM_TYPE}; this one is {kind or 'of no type'}.",
            hint="Name the type of the body in the header Content-Type.",
            headers=[ACCEPT_QUERY, ("Accept-Post", f"{QUERY_TYPE}, {FORM_TYPE}")],
        )
    charset = re.search(r"charset\s*=\s*\"?([^\s;\"]+)", rest, re.IGNORECASE)
    if charset and charset[1].lower() not in {"utf-8", "utf8"}:
        raise ProblemError(415, f"The body must be UTF-8; this one is {charset[1]}.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise ProblemError(
            415,
            "The body must not be compressed.",
            headers=[("Accept-Encoding", "identity")],
        )
    if kind == FORM_TYPE:
        return parameters + read_form(request.body), None
    try:
        return parameters, request.body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError("The query must be UTF-8; this one is not.") from error


def check_graph(iri: str, parameter: str) -> None:
    """Refuse what names no graph.

    Raises:
        ProblemError: the value of the parameter is no absolute IRI.
    """
    said = f"The parameter {parameter} names a graph by an absolute IRI; found {iri!r}"
    if not _ABSOLUTE.fullmatch(iri):
        raise ProblemError(400, f"{said}.")
    try:
        NamedNode(iri)
    except ValueError as error:
        raise ProblemError(400, f"{said}: {error}.") from error


def _read_dataset(parameters: list[tuple[str, str]]) -> Dataset:
    """Return the dataset that a request names; where it names none, the query decides."""
    for name, value in parameters:
        if name in {"default-graph-uri", "named-graph-uri"}:
            check_graph(value, name)
    default = tuple(value for name, value in parameters if name == "default-graph-uri")
    named = tuple(value for name, value in parameters if name == "named-graph-uri")
    return Dataset(default, named) if default or named else Dataset()


def _read_seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if 0 < seconds < float("inf") else None


def answer_query(operation: Operation, service: Service) -> Reply:
    """Return the whole result of a query.

    Raises:
        ProblemError: there is none; says which limit or which line is to blame.
    """
    key = ("query", operation.text, operation.dataset, _list_formats(operation.wishes))
    entry = find_entry(key, operation, service)
    choice = operation.wishes.find(entry.form)
    if choice is None:
        raise refuse_form(entry.form)
    return render_entry(entry, choice, service)


def _list_formats(wishes: Wishes) -> tuple[str, ...]:
    choices = (wishes.solutions, wishes.boolean, wishes.graph)
    return tuple(choice.format.name if choice else "" for choice in choices)


def render_entry(entry: Entry, choice: Choice, service: Service, *, vary: bool = True) -> Reply:
    """Return an entry of the cache as a reply in the chosen format."""
    return Reply(
        200,
        entry.body,
        choice.content_type,
        (("Vary", "Accept"),) if vary else (),
        tag=f"{entry.digest}-{choice.key}",
        pack=lambda: service.cache.pack(entry),
    )


def may_change(text: str) -> bool:
    """Tell whether the same query may have another answer at once, by the clock or by chance."""
    return _CHANGING.search(text) is not None


def find_entry(key: object, operation: Operation, service: Service) -> Entry:
    """Return the answer to a query, from the cache or from the store."""
    is_lasting = not may_change(operation.text)
    entry = service.cache.find(key) if is_lasting else None
    if entry is not None:
        return entry
    wishes = operation.wishes
    formats: Mapping[Form, Format | None] = {
        "solutions": wishes.solutions.format if wishes.solutions else None,
        "boolean": wishes.boolean.format if wishes.boolean else None,
        "graph": wishes.graph.format if wishes.graph else None,
    }
    try:
        answer = service.store.query(
            operation.text,
            base=service.endpoint,
            dataset=operation.dataset,
            formats=formats,
            limits=service.settings.answer_limits.shorten(operation.seconds),
        )
    except QueryError as error:
        raise _explain_syntax(error, operation.text) from error
    except NotAcceptable as error:
        raise refuse_form(error.form, error.unfit) from error
    made = make_entry(key, answer.body, answer.form)
    return service.cache.keep(made) if is_lasting else made


def refuse_form(form: Form, unfit: str = "") -> ProblemError:
    """Return the 406 for a form of answer, with the media types that it comes in.

    ``unfit`` is what the format that is asked for cannot hold.
    """
    what = {"solutions": "A table", "boolean": "Yes or no", "graph": "A graph"}[form]
    offers = [(media_type, "") for media_type in list_media_types(find_formats(form))]
    return refuse_formats(offers, what, unfit)


def _explain_syntax(error: QueryError, text: str) -> ProblemError:
    """Return the problem for a query that cannot be read; an update is refused as such."""
    if is_update(text):
        return ProblemError(403, READ_ONLY)
    return ProblemError(400, str(error), line=error.line, column=error.column)


def is_update(text: str) -> bool:
    """Return whether a text begins, after its prologue, as an update does."""
    place = 0
    while (match := _PROLOGUE.match(text, place)) is not None:
        place = match.end()
    return _UPDATE.match(text, place) is not None


PAGE_WISHES = Wishes(
    solutions=choose(BY_NAME["json"]),
    boolean=choose(BY_NAME["json"]),
    graph=choose(BY_NAME["ttl"]),
    is_page=True,
)
