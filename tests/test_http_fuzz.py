"""Ten thousand odd requests break nothing: no 5xx, no traceback, no header or markup of theirs."""

from __future__ import annotations

import io
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.http_fixtures import find_seed, make_app, write_release

REQUESTS = 10_000
SHAPES = ("application/problem+json", "text/html", "text/plain", "application/json")
ADDRESSES = (
    "/sparql",
    "/graphs",
    "/dumps/1.0.0/graph.nt",
    "/dumps/",
    "/party/FRA",
    "/party/FRA.ttl",
    "/graph/article",
)
PIECES = (
    "sparql",
    "dumps",
    "1.0.0",
    "latest",
    "party",
    "FRA.ttl",
    ".html",
    "ontology",
    "static",
    "style.css",
    "4.8",
    "%",
    "..",
    "\x00",
    "\r\nX-Evil: 1",
    "<script>",
    "é",
    "😀",
    "\ud7ff",
    "a" * 3000,
    "'\"\\{}|^` ?#",
    "",
)
PARAMETERS = (
    "query=ASK{}",
    "query=SELECT * {?s ?p ?o} LIMIT 3",
    "query=DESCRIBE <https://w3id.org/cdce/party/FRA>",
    "query=INSERT DATA {}",
    "query=SELCT <script>",
    "query=%00",
    "query=",
    "update=x",
    "default",
    "graph=https://w3id.org/cdce/graph/article",
    "graph=%0d%0a",
    "page=2",
    "page=-1",
    "page=99999999999",
    "format=csv",
    "format=%ff",
    "timeout=nan",
    "default-graph-uri=x",
    "named-graph-uri=https://x/",
    "%ff",
    "&=",
    "a=b&" * 1200,
)
NAMES = (
    "HTTP_ACCEPT",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_CONTENT_ENCODING",
    "HTTP_HOST",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_RANGE",
    "HTTP_RANGE",
    "HTTP_X_FORWARDED_FOR",
    "CONTENT_LENGTH",
    "CONTENT_TYPE",
)
VALUES = (
    "*/*",
    "text/html",
    "text/turtle;q=",
    "application/json",
    '"',
    'W/"',
    "*",
    "",
    ",,,;;;",
    "bytes=0-",
    "bytes=-",
    "bytes=5-1",
    "bytes=99999999999999999999-",
    "bytes=-0",
    "gzip",
    "gzip;q=x",
    "Tue, 99 Foo",
    "Thu, 01 Jan 1970 00:00:00 -0000",
    "application/sparql-query",
    "application/x-www-form-urlencoded",
    "application/sparql-query; charset=latin1",
    "multipart/form-data; boundary=x",
    "-1",
    "abc",
    "evil.example",
    "[::1",
    "1.2.3.4, x",
    "\xff\xfe",
    "a" * 5000,
)
METHODS = ("GET", "GET", "GET", "GET", "HEAD", "POST", "QUERY", "OPTIONS", "PUT", "BREW", "")
BODIES = (b"", b"ASK {}", b"query=ASK{}", b"\xff\xfe", b"update=x")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = write_release(tmp_path_factory.mktemp("fuzz") / "r")
    return make_app(folder)[0]


def make_environ(chance: random.Random) -> dict[str, Any]:
    path = chance.choice(ADDRESSES)
    if chance.random() < 0.5:
        path = "/" + "/".join(chance.choices(PIECES, k=chance.randint(0, 3)))
    query = "&".join(chance.choices(PARAMETERS, k=chance.randint(0, 2)))
    body = chance.choice(BODIES)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": chance.choice(METHODS),
        "SCRIPT_NAME": "",
        "PATH_INFO": path.encode("utf-8", "surrogatepass").decode("latin-1"),
        "QUERY_STRING": query.encode().decode("latin-1"),
        "SERVER_NAME": "x",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": chance.choice(("192.0.2.1", "::1", "")),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for _ in range(chance.randint(0, 4)):
        environ[chance.choice(NAMES)] = chance.choice(VALUES)
    return environ


def send(app: Flask, environ: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
    got: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
        got.extend((status, headers))

    body = app(environ, start)
    data = b"".join(body)
    getattr(body, "close", lambda: None)()
    return int(got[0][:3]), dict(got[1]), data


@pytest.mark.slow
def test_odd_requests_break_nothing(app: Flask) -> None:
    """No odd request makes a fault, and nothing of it comes back as markup or as a header."""
    seed = find_seed()
    chance, statuses = random.Random(seed), Counter[int]()
    for number in range(REQUESTS):
        environ = make_environ(chance)
        status, headers, data = send(app, environ)
        statuses[status] += 1
        where = f"FUZZ_SEED={seed}, request {number}: {environ}"

        assert status < 500, where
        assert b"Traceback" not in data, where
        assert "X-Evil" not in headers, where
        assert not any(mark in value for value in headers.values() for mark in "\r\n"), where
        kind = headers.get("Content-Type", "")
        assert b"<script>" not in data or not kind.startswith("text/html"), where
        if status >= 400:
            assert kind.startswith(SHAPES), where
    assert {200, 303, 304, 400, 404, 405, 406, 415} <= set(statuses), statuses
