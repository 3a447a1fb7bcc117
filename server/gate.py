"""Stand before the application: count, time and log requests, and give each client its share."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.wsgi import ClosingIterator

from server.http.accesslog import AccessLog
from server.http.clients import InFlight, find_client
from server.http.errors import ProblemError, render_problem
from server.http.messages import COMMON_HEADERS
from server.http.responses import Environ, make_response
from server.metrics import Metrics
from server.publication import Publication

BUFFERED_BYTES = 1024 * 1024
# Where a route leaves its name for the metrics.
ROUTE = "cdce.route"
UNCOUNTED = frozenset({"/health", "/metrics"})
STATIC = "/static/"
QUERIED = frozenset({"/sparql", "/graphs"})
KNOWN_METHODS = frozenset(
    {"GET", "HEAD", "POST", "QUERY", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT"}
)

Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


@dataclass
class Front:
    """Hold what outlives a release: the publication of now, and what is counted."""

    publication: Publication
    in_flight: InFlight
    log: AccessLog
    proxies: int
    metrics: Metrics = field(default_factory=Metrics)


def find_wrapper(environ: Environ) -> type:
    """Return the class with which the server sends files, or one that nothing is of."""
    wrapper = environ.get("wsgi.file_wrapper")
    return wrapper if isinstance(wrapper, type) else NoWrapper


class NoWrapper:
    """Stand for a server that has no means of its own to send files."""


@dataclass
class Visit:
    """Hold what is known of one request from its first to its last byte."""

    start: float
    wrapper: type
    place: str | None = None
    status: int = 500
    size: str = ""

    def holds(self, body: Iterable[bytes]) -> bool:
        """Return whether sending the body may hold a thread until the client has read it.

        A server buffers what is small, and sends files by its own means, which it knows by the
        class of the body.
        """
        return int(self.size or 0) > BUFFERED_BYTES and not isinstance(body, self.wrapper)


class Gate:
    """Let requests through to an application.

    A client's place is taken until its answer needs no thread any more.
    """

    def __init__(self, inner: Application, front: Front) -> None:
        self._inner = inner
        self._front = front

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request as WSGI has it."""
        front = self._front
        visit = Visit(time.perf_counter(), find_wrapper(environ))
        front.metrics.begin()

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            visit.status = int(status[:3])
            visit.size = next((v for name, v in headers if name == "Content-Length"), "")
            return start_response(status, headers + COMMON_HEADERS, *more)

        answer = self._inner
        path = environ.get("PATH_INFO", "")
        # A page of another site cannot read why its preflight was refused.
        is_free = environ["REQUEST_METHOD"] == "OPTIONS" or path in UNCOUNTED
        if not is_free and not path.startswith(STATIC):
            # Slow queries of a client do not keep it, or others behind its address, from the pages.
            kind = "queries" if path in QUERIED else "pages"
            client = find_client(
                environ.get("REMOTE_ADDR", ""),
                environ.get("HTTP_X_FORWARDED_FOR", ""),
                front.proxies,
            )
            place = f"{kind} of {client}"
            if front.in_flight.take(place):
                visit.place = place
            else:
                answer = self._refuse
        try:
            body = answer(environ, start)
        except BaseException:
            self._end(environ, visit)
            raise
        if visit.holds(body):
            return ClosingIterator(body, [lambda: self._end(environ, visit)])
        self._end(environ, visit)
        return body

    def _end(self, environ: Environ, visit: Visit) -> None:
        front = self._front
        if visit.place is not None:
            front.in_flight.leave(visit.place)
        seconds = time.perf_counter() - visit.start
        method = environ["REQUEST_METHOD"]
        known = method if method in KNOWN_METHODS else "other"
        front.metrics.end(environ.get(ROUTE, "none"), known, visit.status, seconds)
        front.log.write(method, environ.get("PATH_INFO", ""), visit.status, visit.size, seconds)

    def _refuse(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a client that has all its places taken."""
        front = self._front
        front.metrics.refuse()
        most, now = front.in_flight.most, front.publication
        error = ProblemError(
            429,
            f"At most {most} queries and {most} other requests of one client are served at once.",
            hint="Wait for an answer before asking again.",
            headers=[("Retry-After", str(now.service.settings.retry_after_seconds))],
            limit="requests_per_client",
            value=most,
        )
        accept = environ.get("HTTP_ACCEPT", "")
        reply = render_problem(error.problem, accept, now.pages.draw_problem)
        return make_response(reply, environ)(environ, start)
