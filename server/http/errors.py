"""The errors of the server, and the one shape that each has over HTTP.

BrokenReleaseError    the release folder cannot be served
ProblemError          a request cannot be answered: RFC 9457, one shape for every status
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus

from graph.errors import ReleaseError
from server.engine.answers import Busy, StoreError, TimeExceeded, TooLarge, WorkerLost
from server.formats import HTML, Format
from server.http.messages import COMMON_HEADERS, Reply
from server.http.negotiate import choose, negotiate

PROBLEM = Format(
    name="problem",
    media_types=("application/problem+json", "application/json"),
    suffix=".json",
    w3c="",
    kinds=frozenset(),
    label="problem details in JSON",
)
PLAIN = Format(
    name="plain",
    media_types=("text/plain",),
    suffix=".txt",
    w3c="",
    kinds=frozenset(),
    label="plain text",
)

Member = str | int | float | list[str] | list[dict[str, str]]


class BrokenReleaseError(ReleaseError):
    """A release folder is broken, half-written or does not conform; says every fault found."""


@dataclass(frozen=True)
class Problem:
    """Hold what went wrong, for people and programs.

    ``members`` are further members of the JSON object (line, limit, alternates…), ``hint`` is one
    sentence that says what to do, ``headers`` go out beside it.
    """

    status: int
    detail: str
    hint: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    members: tuple[tuple[str, Member], ...] = ()

    @property
    def title(self) -> str:
        """Return the phrase of the status."""
        return HTTPStatus(self.status).phrase

    def list_members(self) -> dict[str, Member]:
        """Return the members of the JSON object, in the order of RFC 9457."""
        members: dict[str, Member] = {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.hint:
            members["hint"] = self.hint
        members.update(self.members)
        return members


class ProblemError(Exception):
    """A request cannot be answered; ``problem`` says why."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        hint: str = "",
        headers: Iterable[tuple[str, str]] = (),
        **members: Member,
    ) -> None:
        super().__init__(detail)
        self.problem = Problem(status, detail, hint, tuple(headers), tuple(members.items()))


def refuse_formats(offers: Iterable[tuple[str, str]], what: str, unfit: str = "") -> ProblemError:
    """Return a 406 that lists what there is: pairs of media type and address ("" for none).

    ``unfit`` is what the format that is asked for cannot hold.
    """
    listed = [
        {"type": media_type, "href": address} if address else {"type": media_type}
        for media_type, address in offers
    ]
    return ProblemError(
        406,
        f"{what} with {unfit} cannot be written in the format that the request asks for."
        if unfit
        else f"{what} comes in none of the formats that the header Accept or the address asks for.",
        hint="Ask for one of the alternates.",
        alternates=listed,
    )


def refuse_body(most: int, *, is_query: bool) -> Problem:
    """Return the 413 for a body that is too long, with what to do where it is that of a query."""
    hint = "Send the query as it is, with the type application/sparql-query, or shorten it."
    return Problem(
        413,
        f"The body of a request has less than {most} bytes.",
        hint=hint if is_query else "",
        members=(("limit", "body_bytes"), ("value", most)),
    )


def explain_failure(error: StoreError) -> ProblemError:
    """Return the problem for a query that the store did not finish: which limit, and what to do."""
    if isinstance(error, TimeExceeded):
        return ProblemError(
            504,
            f"The query was stopped after {error.seconds:g} seconds; nothing of it is sent.",
            hint="Ask for less: fewer patterns, a narrower filter, or download the data.",
            limit="query_seconds",
            value=error.seconds,
        )
    if isinstance(error, TooLarge):
        return ProblemError(
            422,
            f"{str(error).capitalize()}; nothing of it is sent.",
            hint="Ask for less with LIMIT and OFFSET, or download the data.",
            limit=error.limit,
            value=error.value,
        )
    if isinstance(error, Busy):
        limit: dict[str, Member] = {"limit": error.limit, "value": error.value}
        return ProblemError(
            503,
            "The server is busy; the query has no answer.",
            hint="Ask again after the time in Retry-After.",
            headers=[("Retry-After", str(error.retry_after))],
            **(limit if error.limit else {}),
        )
    if isinstance(error, WorkerLost):
        return ProblemError(
            503,
            "The process that evaluated the query ended; nobody else was hurt.",
            hint="The query may need too much; if not, asking again will do.",
            headers=[("Retry-After", "1")],
        )
    return ProblemError(500, "The store failed.")


def render_json(problem: Problem) -> bytes:
    """Return a problem as JSON."""
    return (json.dumps(problem.list_members(), ensure_ascii=False, indent=2) + "\n").encode()


def render_bare(problem: Problem) -> tuple[list[tuple[str, str]], bytes]:
    """Return headers and body of a problem that ends a connection before an application sees it."""
    headers = [
        ("Content-Type", PROBLEM.media_type),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
        *problem.headers,
        *COMMON_HEADERS,
    ]
    return headers, render_json(problem)


def render_problem(problem: Problem, accept: str, draw: Callable[[Problem], str]) -> Reply:
    """Return a problem as JSON, or as a page or plain text where the client likes that better.

    ``draw`` makes the page.

    Source: https://www.rfc-editor.org/rfc/rfc9457#section-3
    """
    choice = negotiate(accept, (PROBLEM, HTML, PLAIN)) or choose(PROBLEM)
    if choice.format is HTML:
        body = draw(problem).encode()
    elif choice.format is PLAIN:
        members = problem.list_members().items()
        body = "".join(f"{name}: {value}\n" for name, value in members).encode()
    else:
        body = render_json(problem)
    return Reply(
        problem.status,
        body,
        choice.content_type if choice.format is not PLAIN else "text/plain; charset=utf-8",
        (*problem.headers, ("Cache-Control", "no-store"), ("Vary", "Accept")),
    )
