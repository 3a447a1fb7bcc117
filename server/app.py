"""Make the WSGI application: routes, and what every reply has in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from server.accesslog import AccessLog
from server.answers import Closed, StoreError
from server.cache import Cache, make_entry
from server.clients import InFlight, find_client
from server.conditional import finish
from server.errors import Problem, ProblemError, explain_failure, render_problem
from server.files import open_part
from server.formats import BY_NAME
from server.graphstore import answer_indirect
from server.jsonld import render_context
from server.messages import Part, Reply, Request, redirect
from server.metrics import Metrics
from server.negotiate import choose
from server.publication import FRESH, Publication
from server.release import Release
from server.service import Service
from server.settings import Settings
from server.sparql import ACCEPT_QUERY, render_entry

if TYPE_CHECKING:
    from server.store import Store

READ = ("GET",)
ASK = ("GET", "POST", "QUERY")
# A form writes most characters of a query as three.
FORM_FACTOR = 3
COMMON_HEADERS = (
    ("Access-Control-Allow-Origin", "*"),
    (
        "Access-Control-Expose-Headers",
        (
            "Accept-Query, Accept-Ranges, Content-Location, Content-Range, ETag, Link, Location, "
            "Repr-Digest, Retry-After"
        ),
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Content-Security-Policy",
        (
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            "object-src 'none'"
        ),
    ),
)
PREFLIGHT_HEADERS = (
    ("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match, Range"),
    ("Access-Control-Max-Age", "86400"),
)
UNCOUNTED = frozenset({"health", "metrics", "static"})
STATIC_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
}


@dataclass
class Front:
    """Hold what the routes share: the publication of now, and what is counted."""

    publication: Publication
    in_flight: InFlight
    log: AccessLog
    proxies: int
    metrics: Metrics = field(default_factory=Metrics)


def make_publication(
    store: Store, release: Release, *, site: str, settings: Settings
) -> Publication:
    """Return what answers for a release; the address of the site may end in a slash."""
    cache = Cache(settings.cache_bytes, settings.cache_entry_bytes)
    return Publication(Service(store, release, site.rstrip("/"), settings, cache))


def create_app(
    store: Store,
    release: Release,
    *,
    site: str,
    settings: Settings,
    proxies: int = 0,
    log_json: bool = False,
) -> Flask:
    """Return the application that serves a release at a site.

    ``proxies`` is how many proxies of ours stand before it and say who the client is.
    """
    app = Flask("server", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.query_bytes * FORM_FACTOR + 64 * 1024
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    publication = make_publication(store, release, site=site, settings=settings)
    front = Front(publication, InFlight(settings.requests_per_client), AccessLog(log_json), proxies)
    app.extensions["cdce"] = front
    _add_routes(app, front)
    _add_hooks(app, front)
    _add_errors(app, front)
    return app


def replace_release(app: Flask, publication: Publication) -> Publication:
    """Serve another publication from now on, and return the one before.

    Requests that run go on with the old one; close its store when they are done.
    """
    front: Front = app.extensions["cdce"]
    before, front.publication = front.publication, publication
    return before


Answerer = Callable[[Publication, Request, str], Reply]


def _add_routes(app: Flask, front: Front) -> None:
    """Bind every address to what answers it."""

    def bind(rule: str, name: str, methods: tuple[str, ...], answer: Answerer) -> None:
        def view(path: str = "") -> Response:
            return _respond(_answer(front, answer, path))

        app.add_url_rule(rule, name, view, methods=methods, provide_automatic_options=False)

    def lead(rule: str, path: str) -> None:
        def answer(now: Publication, asked: Request, _: str) -> Reply:
            query = f"?{asked.query}" if asked.query else ""
            return redirect(now.service.site + path + query, 301, [FRESH])

        bind(rule, f"lead{rule}", READ, answer)

    bind("/", "home", READ, lambda now, _, __: now.answer_home())
    bind("/sparql", "sparql", ASK, lambda now, asked, _: now.endpoint.answer(asked))
    bind("/graphs", "graphs", READ, lambda now, asked, _: answer_indirect(asked, now.service))
    lead("/sparql/", "/sparql")
    lead("/graphs/", "/graphs")
    lead("/dumps", "/dumps/")
    bind("/dumps/", "dumps", READ, lambda now, asked, path: now.dumps.answer(asked, path))
    bind("/dumps/<path:path>", "dump", READ, lambda now, asked, path: now.dumps.answer(asked, path))
    bind("/context.jsonld", "context", READ, lambda now, _, __: answer_context(now.service))
    bind("/health", "health", READ, lambda now, _, __: now.answer_health())
    bind("/robots.txt", "robots", READ, lambda now, _, __: now.answer_robots())
    bind("/metrics", "metrics", READ, lambda now, _, __: answer_metrics(front, now.service))
    bind("/static/<path:path>", "static", READ, lambda _, __, path: answer_static(path))
    bind("/<path:path>", "thing", READ, lambda now, asked, path: now.resolver.answer(asked, path))


def _answer(front: Front, answer: Answerer, path: str) -> Reply:
    """Return the finished reply of the publication of now, or of the one that replaced it."""
    asked = _read_request()
    now = front.publication
    try:
        reply = answer(now, asked, path)
    except Closed:
        if front.publication is now:
            raise
        reply = answer(front.publication, asked, path)
    return finish(asked, reply)


def _read_request() -> Request:
    """Return the request of now as a value."""
    return Request(
        method=request.method,
        path=request.path,
        query=request.environ.get("QUERY_STRING", ""),
        headers={name.lower(): value for name, value in request.headers.items()},
        body=b"" if request.method in {"GET", "HEAD"} else request.get_data(cache=False),
    )


def _respond(reply: Reply) -> Response:
    """Return a reply as Flask sends it; a file goes out through the server's own means."""
    if isinstance(reply.body, Part):
        part = open_part(reply.body)
        wrap = request.environ.get("wsgi.file_wrapper")
        body: Any = wrap(part) if wrap else iter(lambda: part.read(65536), b"")
        response = Response(body, status=reply.status, direct_passthrough=True)
        response.call_on_close(part.close)
        response.headers["Content-Length"] = str(reply.body.length)
    else:
        response = Response(reply.body, status=reply.status)
    del response.headers["Content-Type"]
    if reply.content_type:
        response.headers["Content-Type"] = reply.content_type
    for name, value in reply.headers:
        response.headers.add(name, value)
    return response


def _add_hooks(app: Flask, front: Front) -> None:
    """Count each request, keep its client to its places, and write what all replies say."""

    @app.before_request
    def begin() -> Response | None:
        g.clock = front.log.start()
        front.metrics.begin()
        if request.method == "OPTIONS":
            return _respond(_list_methods())
        if request.endpoint in UNCOUNTED:
            return None
        client = find_client(
            request.remote_addr or "", request.headers.get("X-Forwarded-For", ""), front.proxies
        )
        if not front.in_flight.take(client):
            front.metrics.refuse()
            wait = str(front.publication.service.settings.retry_after_seconds)
            raise ProblemError(
                429,
                f"At most {front.in_flight.most} requests of one client are served at once.",
                hint="Wait for an answer before asking again.",
                headers=[("Retry-After", wait)],
                limit="requests_per_client",
                value=front.in_flight.most,
            )
        g.client = client
        return None

    @app.after_request
    def end(response: Response) -> Response:
        response.headers.extend(COMMON_HEADERS)
        g.status, g.size = response.status_code, response.headers.get("Content-Length", "")
        return response

    @app.teardown_request
    def leave(_: BaseException | None) -> None:
        if "client" in g:
            front.in_flight.leave(g.client)
        if "clock" in g:
            seconds = front.log.stop(g.clock)
            route, status = request.endpoint or "none", g.get("status", 500)
            method = request.method if request.method in KNOWN_METHODS else "other"
            front.metrics.end(route, method, status, seconds)
            front.log.write(request.method, request.path, status, g.get("size", ""), seconds)


KNOWN_METHODS = frozenset(
    {"GET", "HEAD", "POST", "QUERY", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT"}
)


def _list_methods() -> Reply:
    """Return what an address allows, and what a page of another site may send to it."""
    refused = request.routing_exception
    if isinstance(refused, MethodNotAllowed):
        methods = sorted({*(refused.valid_methods or ()), "OPTIONS"})
    elif refused is not None:
        raise refused
    else:
        methods = ["OPTIONS"]
    allowed = ", ".join(methods)
    headers = [("Allow", allowed), ("Access-Control-Allow-Methods", allowed), *PREFLIGHT_HEADERS]
    if "QUERY" in methods:
        headers.append(ACCEPT_QUERY)
    return Reply(204, headers=tuple(headers))


def _add_errors(app: Flask, front: Front) -> None:
    """Give every failure its one shape."""

    def show(problem: Problem) -> Response:
        draw = front.publication.pages.draw_problem
        reply = render_problem(problem, request.headers.get("Accept", ""), draw)
        return _respond(finish(_describe_request(), reply))

    @app.errorhandler(ProblemError)
    def show_problem(error: ProblemError) -> Response:
        return show(error.problem)

    @app.errorhandler(StoreError)
    def show_failure(error: StoreError) -> Response:
        return show(explain_failure(error).problem)

    @app.errorhandler(HTTPException)
    def show_http(error: HTTPException) -> Response:
        return show(explain_http(error, front.publication.service.settings))


def _describe_request() -> Request:
    """Return the request of now without its body, which may be what failed."""
    return Request(
        request.method, request.path, headers={k.lower(): v for k, v in request.headers.items()}
    )


def explain_http(error: HTTPException, settings: Settings) -> Problem:
    """Return the problem for an error that the framework found."""
    status = error.code or 500
    if isinstance(error, MethodNotAllowed):
        allowed = ", ".join(sorted({*(error.valid_methods or ()), "OPTIONS"}))
        return Problem(
            status,
            f"This address allows {allowed}; the data cannot be changed here.",
            headers=(("Allow", allowed),),
        )
    if isinstance(error, RequestEntityTooLarge):
        return Problem(
            status,
            f"A query has at most {settings.query_bytes} bytes.",
            hint="Send the query as it is, with the type application/sparql-query, or shorten it.",
            members=(("limit", "query_bytes"), ("value", settings.query_bytes)),
        )
    if status >= 500:
        return Problem(status, "The server failed; the fault was recorded.")
    return Problem(status, "There is nothing at this address." if status == 404 else error.name)


def answer_context(service: Service) -> Reply:
    """Return the context of JSON-LD documents."""
    choice = choose(BY_NAME["jsonld"])
    entry = service.cache.find("context")
    if entry is None:
        entry = service.cache.keep(make_entry("context", render_context(service.names.context)))
    return render_entry(entry, choice, service, vary=False).add([FRESH])


def answer_metrics(front: Front, service: Service) -> Reply:
    """Return what was counted."""
    return Reply(
        200,
        front.metrics.render(service).encode(),
        "text/plain; version=0.0.4; charset=utf-8",
        (("Cache-Control", "no-store"),),
    )


def answer_static(path: str) -> Reply:
    """Return a file of the folder static; there are no folders in it."""
    kind = STATIC_TYPES.get(path.rpartition(".")[2])
    found = {each.name: each for each in files("server").joinpath("static").iterdir()}
    if kind is None or path not in found:
        raise ProblemError(404, "There is nothing at this address.")
    entry = make_entry(path, found[path].read_bytes())
    return Reply(200, entry.body, kind, (FRESH,), tag=entry.digest)
