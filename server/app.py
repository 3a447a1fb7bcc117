"""Make the WSGI application: which address is answered by what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.resources import files

from flask import Flask, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge
from werkzeug.wrappers import Response

from server.engine.answers import Closed, StoreError
from server.formats import BY_NAME
from server.gate import ROUTE, Front, Gate
from server.http.accesslog import AccessLog
from server.http.cache import make_entry
from server.http.clients import InFlight
from server.http.conditional import finish
from server.http.errors import (
    Problem,
    ProblemError,
    explain_failure,
    refuse_body,
    render_problem,
)
from server.http.messages import FRESH, SAFE, Reply, Request, quote_path, redirect
from server.http.negotiate import choose
from server.http.responses import make_response, read_request
from server.linked.discovery import ADDRESSES, Discovery
from server.publication import Publication
from server.releases.jsonld import render_context
from server.releases.service import Service
from server.settings import Settings
from server.sparql.graphstore import answer_indirect
from server.sparql.protocol import ACCEPT_QUERY, render_entry

READ = ("GET",)
ASK = ("GET", "POST", "QUERY")
PREFLIGHT_HEADERS = (
    (
        "Access-Control-Allow-Headers",
        "Accept, Content-Type, If-Modified-Since, If-None-Match, If-Range, Range",
    ),
    ("Access-Control-Max-Age", "86400"),
)
STATIC_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
}

BUILT = "built/"

Answerer = Callable[[Publication, Request, str], Reply]


def create_app(publication: Publication, *, proxies: int = 0, log_json: bool = False) -> Flask:
    """Return the application that serves a release at a site.

    ``proxies`` is how many proxies of ours stand before it and say who the client is.
    """
    settings = publication.service.settings
    app = Flask("server", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.body_bytes
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    in_flight = InFlight(settings.requests_per_client)
    front = Front(publication, in_flight, AccessLog(log_json), proxies)
    app.extensions["cdce"] = front
    _add_routes(app, front)
    _add_errors(app, front)
    app.wsgi_app = Gate(app.wsgi_app, front)  # type: ignore[method-assign]
    return app


def replace_release(app: Flask, publication: Publication) -> Publication:
    """Serve another publication from now on, and return the one before.

    Requests that run go on with the old one; close its store when they are done.
    """
    front: Front = app.extensions["cdce"]
    before, front.publication = front.publication, publication
    return before


def _add_routes(app: Flask, front: Front) -> None:
    """Bind every address to what answers it."""

    def bind(rule: str, name: str, methods: tuple[str, ...], answer: Answerer) -> None:
        def view(path: str = "") -> Response:
            asked = request._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
            environ = asked.environ
            environ[ROUTE] = name
            found = environ.get("PATH_INFO", "")
            right = find_right_path(found, rule)
            if found != right:
                reply = lead_to(right, front.publication, read_request(environ))
                return make_response(reply, environ)
            body = b"" if asked.method in SAFE else asked.get_data(cache=False)
            reply = _answer(front, answer, read_request(environ, body), path)
            return make_response(reply, environ)

        app.add_url_rule(rule, name, view, methods=methods, provide_automatic_options=False)

    def lead(rule: str, path: str) -> None:
        def answer(now: Publication, asked: Request, _: str) -> Reply:
            return lead_to(path, now, asked)

        bind(rule, f"lead{rule}", READ, answer)

    bind("/", "home", READ, lambda now, _, __: now.answer_home())
    bind("/sparql", "sparql", ASK, lambda now, asked, _: now.endpoint.answer(asked))
    bind("/graphs", "graphs", READ, lambda now, asked, _: answer_indirect(asked, now.service))
    lead("/dumps", "/dumps/")
    lead("/changes", "/changes/")
    bind("/dumps/", "dumps", READ, lambda now, asked, path: now.dumps.answer(asked, path))
    bind("/dumps/<path:path>", "dump", READ, lambda now, asked, path: now.dumps.answer(asked, path))
    bind("/vocabulary", "vocabulary", READ, lambda now, _, __: now.answer_vocabulary())
    bind("/rules", "rules", READ, lambda now, _, __: now.answer_rules())
    bind("/about", "about", READ, lambda now, _, __: now.answer_about())
    bind("/changes/", "changes", READ, lambda n, asked, path: n.history.answer(asked, path))
    bind("/changes/<path:path>", "change", READ, lambda n, ask, path: n.history.answer(ask, path))
    bind("/reader", "reader", READ, lambda now, asked, _: now.answer_reader(asked))
    bind("/context.jsonld", "context", READ, lambda now, _, __: answer_context(now.service))
    bind("/health", "health", READ, lambda now, _, __: now.answer_health())
    for rule, name, describe in ADDRESSES:
        bind(rule, name, READ, partial(answer_discovery, describe))
    routes = partial(list_routes, app)
    bind("/openapi.json", "openapi", READ, lambda n, _, __: n.discovery.answer_openapi(routes()))
    bind("/metrics", "metrics", READ, lambda now, _, __: answer_metrics(front, now.service))
    bind("/static/<path:path>", "static", READ, lambda _, __, path: answer_static(path))
    bind("/<path:path>", "thing", READ, lambda now, asked, path: now.resolver.answer(asked, path))


def find_right_path(path: str, rule: str) -> str:
    """Return the path, as WSGI has it, without slashes that what a rule binds does not have.

    >>> find_right_path("//sparql/", "/sparql"), find_right_path("/dumps//", "/dumps/")
    ('/sparql', '/dumps/')
    """
    path = "/" + path.lstrip("/") if path.startswith("/") else path
    if not path or rule.endswith("<path:path>"):
        return path
    return path.rstrip("/") + ("/" if rule.endswith("/") else "")


def lead_to(path: str, now: Publication, asked: Request) -> Reply:
    """Return a redirect to another path, as WSGI has it; a body is to be sent there again."""
    address = now.service.site + quote_path(path)
    query = f"?{asked.query}" if asked.query else ""
    return redirect(address + query, 301 if asked.method in SAFE else 308, [FRESH])


def list_routes(app: Flask) -> list[tuple[str, str, frozenset[str]]]:
    """Return rule, name and methods of each address, but for those that only lead to another."""
    return [
        (rule.rule, rule.endpoint, frozenset(rule.methods or ()))
        for rule in app.url_map.iter_rules()
        if not rule.endpoint.startswith("lead")
    ]


def _answer(front: Front, answer: Answerer, asked: Request, path: str) -> Reply:
    """Return the finished reply of the publication of now, or of the one that replaced it."""
    now = front.publication
    try:
        reply = answer(now, asked, path)
    except Closed:
        if front.publication is now:
            raise
        reply = answer(front.publication, asked, path)
    return finish(asked, reply)


def _add_errors(app: Flask, front: Front) -> None:
    """Give every failure its one shape."""

    def show(problem: Problem) -> Response:
        asked = read_request(request.environ)
        reply = render_problem(problem, asked.accept, front.publication.pages.draw_problem)
        return make_response(finish(asked, reply), request.environ)

    @app.errorhandler(ProblemError)
    def show_problem(error: ProblemError) -> Response:
        return show(error.problem)

    @app.errorhandler(StoreError)
    def show_failure(error: StoreError) -> Response:
        return show(explain_failure(error).problem)

    @app.errorhandler(HTTPException)
    def show_http(error: HTTPException) -> Response:
        if isinstance(error, MethodNotAllowed) and request.method == "OPTIONS":
            return make_response(list_methods(error), request.environ)
        return show(explain_http(error, front.publication.service.settings))


def _find_methods(error: MethodNotAllowed) -> list[str]:
    return sorted({*(error.valid_methods or ()), "OPTIONS"})


def list_methods(error: MethodNotAllowed) -> Reply:
    """Return what an address allows, and what a page of another site may send to it."""
    methods = _find_methods(error)
    allowed = ", ".join(methods)
    headers = [("Allow", allowed), ("Access-Control-Allow-Methods", allowed), *PREFLIGHT_HEADERS]
    if "QUERY" in methods:
        headers.append(ACCEPT_QUERY)
    return Reply(204, headers=tuple(headers))


def explain_http(error: HTTPException, settings: Settings) -> Problem:
    """Return the problem for an error that the framework found."""
    status = error.code or 500
    if isinstance(error, MethodNotAllowed):
        allowed = ", ".join(_find_methods(error))
        return Problem(
            status,
            f"This address allows {allowed}; the data cannot be changed here.",
            headers=(("Allow", allowed),),
        )
    if isinstance(error, RequestEntityTooLarge):
        return refuse_body(settings.body_bytes, is_query=True)
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


def answer_discovery(
    describe: Callable[[Discovery, Request, str], Reply],
    now: Publication,
    asked: Request,
    path: str,
) -> Reply:
    """Return what one address of the discovery says of the release of now."""
    return describe(now.discovery, asked, path)


def answer_static(path: str) -> Reply:
    """Return a file of the folder static or of the folder of built files in it."""
    kind = STATIC_TYPES.get(path.rpartition(".")[2])
    folder, name = files("server").joinpath("static"), path
    if path.startswith(BUILT):
        folder, name = folder.joinpath(BUILT.rstrip("/")), path.removeprefix(BUILT)
    found = {each.name: each for each in folder.iterdir()} if folder.is_dir() else {}
    if kind is None or name not in found or not found[name].is_file():
        raise ProblemError(404, "There is nothing at this address.")
    entry = make_entry(path, found[name].read_bytes())
    return Reply(200, entry.body, kind, (FRESH,), tag=entry.digest)
