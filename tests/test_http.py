"""The table of HTTP facts holds in the application and on a running server."""

from __future__ import annotations

import gzip
import json
import re
import socket
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

from server.app import replace_release
from server.engine.answers import Busy, Closed, TimeExceeded, TooLarge, WorkerLost
from server.http.clients import InFlight, find_client
from server.http.listen import refuse
from server.http.messages import Reply
from server.http.responses import make_response
from server.publication import make_publication
from server.releases.release import read_release
from server.settings import Settings
from tests.http_fixtures import (
    SITE,
    Found,
    PlainStore,
    ask,
    hold_port,
    make_app,
    run_process,
    run_server,
    write_release,
)

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("http_cases.yaml").read_text("utf-8")
)
NAMES = [case["fact"] for case in CASES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_release(tmp_path_factory.mktemp("http") / "release")


@pytest.fixture(scope="module")
def app(folder: Path) -> Flask:
    return make_app(folder)[0]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def port(app: Flask) -> Iterator[int]:
    with hold_port() as number, run_server(app, number):
        yield number


def read_case(case: Mapping[str, Any]) -> tuple[str, str, dict[str, str], bytes | None]:
    method, path = case["ask"].split(" ", 1)
    if "query" in case:
        path += "?query=" + quote(case["query"], safe="")
    body = None
    if "body" in case:
        body = case["body"].encode()
    elif "latin1" in case:
        body = case["latin1"].encode("latin-1")
    return method, path, dict(case.get("with", {})), body


def check(case: Mapping[str, Any], found: Found) -> None:
    assert case["status"] == found.status, found.body[:500]
    for name, value in case.get("headers", {}).items():
        got = found.headers.get(name.lower())
        assert got is not None, f"{name} is absent"
        pattern = re.fullmatch(r"/(.*)/", value)
        assert re.search(pattern[1], got) if pattern else value == got, f"{name}: {got}"
    for name in case.get("absent", []):
        assert name.lower() not in found.headers
    text = found.body.decode()
    for wanted in case.get("holds", []):
        assert wanted in text
    for unwanted in case.get("lacks", []):
        assert unwanted not in text
    method = case["ask"].split(" ")[0]
    if method == "HEAD" or found.status in {204, 304}:
        assert found.body == b""
    elif found.headers.get("content-type") == "application/problem+json":
        check_problem(found)


def check_problem(found: Found) -> None:
    """Every problem has the members of RFC 9457, and its status is that of the reply."""
    problem = json.loads(found.body)
    assert {"type", "title", "status", "detail"} <= problem.keys()
    assert problem["status"] == found.status


def unpack(found: Found) -> Found:
    if found.headers.get("content-encoding") == "gzip" and found.body:
        return Found(found.status, found.headers, gzip.decompress(found.body))
    return found


@pytest.fixture(scope="module")
def process_port(folder: Path) -> Iterator[int]:
    with run_process(folder) as number:
        yield number


def ask_case(case: Mapping[str, Any], port: int) -> Found:
    method, path, headers, body = read_case(case)
    headers.setdefault("Host", f"127.0.0.1:{port}")
    return unpack(ask(port, method, path, headers, body))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_process_keeps_the_fact(case: Mapping[str, Any], process_port: int) -> None:
    """The process that the command line starts, with its workers, answers as the table says."""
    check(case, ask_case(case, process_port))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_running_server_keeps_the_fact(case: Mapping[str, Any], port: int) -> None:
    """A running server answers as the table says, whatever store is behind it."""
    check(case, ask_case(case, port))


@pytest.mark.parametrize("path", ["/party/FRA", "/sparql", "/evil.example/x", "/"])
def test_slashes_before_a_path_lead_to_the_address_with_one(path: str, port: int) -> None:
    """A path that begins with two slashes leads to this site, never to another host."""
    found = ask(port, "GET", f"/{path}")

    assert (found.status, found.headers["location"]) == (301, SITE + path)


def send_raw(port: int, raw: bytes) -> Found:
    """Send bytes to a server, and return all that it answers until it closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(raw)
        got = b"".join(iter(lambda: line.recv(65536), b""))
    head, _, body = got.partition(b"\r\n\r\n")
    status, *fields = head.decode().split("\r\n")
    headers = dict(field.lower().split(": ", 1) for field in fields)
    return Found(int(status.split()[1]), headers, body)


TWO_BODIES = b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
NEXT = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: u@a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a:x\r\n\r\n",
        b"GET / HTTP/1.0\r\nHost: [\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\n" + TWO_BODIES,
        b"POST /sparql HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_request_that_may_be_read_in_two_ways_is_refused(raw: bytes, port: int) -> None:
    """It is answered with 400 in the common shape, and nothing after it on the connection."""
    found = send_raw(port, raw + NEXT)

    assert found.status == 400
    assert found.headers["connection"] == "close"
    assert found.headers["cache-control"] == "no-store"
    assert found.headers["access-control-allow-origin"] == "*"
    assert "access-control-expose-headers" in found.headers
    assert len(found.body) == int(found.headers["content-length"])
    check_problem(found)


@pytest.mark.parametrize("host", ["a", "a.b:80", "127.0.0.1:8000", "[::1]:8000", "[::1]", ""])
def test_host_of_every_form_is_taken(host: str, port: int) -> None:
    """A name, an address with or without port, and none where the client has none, are served."""
    raw = f"GET /robots.txt HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()

    assert send_raw(port, raw).status == 200
    assert send_raw(port, b"GET /robots.txt HTTP/1.0\r\n\r\n").status == 200


def test_head_that_cannot_be_read_gets_no_body(port: int) -> None:
    """The answer to a HEAD has no body, also where the request is refused unread."""
    for raw in (b"HEAD / HTTP/1.1\r\n\r\n", b"HEAD / HTTP/1.1\r\nno field\r\n\r\n"):
        found = send_raw(port, raw)

        assert (found.status, found.body) == (400, b"")
        assert int(found.headers["content-length"]) > 0


@pytest.mark.parametrize(
    ("path", "length", "status", "has_hint"),
    [("/x?" + "a" * 300_000, 0, 414, True), ("/sparql", 300_000, 431, False)],
)
def test_long_head_says_which_limit_it_met(
    path: str, length: int, status: int, has_hint: bool, port: int
) -> None:
    """A head that is too long is told by its address or by its headers, with the limit."""
    raw = f"GET {path} HTTP/1.1\r\nHost: a\r\nX-Long: {'a' * length}\r\n\r\n".encode()
    found = send_raw(port, raw)
    problem = json.loads(found.body)

    assert (found.status, problem["status"]) == (status, status)
    assert (problem["limit"], problem["value"]) == ("header_bytes", 256 * 1024)
    assert has_hint == ("hint" in problem)


@pytest.mark.parametrize(("path", "has_hint"), [("/sparql", True), ("/party/FRA", False)])
def test_long_body_says_which_limit_it_met(path: str, has_hint: bool, port: int) -> None:
    """A body that is too long is refused by its length, and a hint on queries is for queries."""
    raw = f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n".encode()
    found = send_raw(port, raw)
    problem = json.loads(found.body)

    assert (found.status, problem["limit"]) == (413, "body_bytes")
    assert has_hint == ("hint" in problem)


def test_connection_too_many_is_told_in_the_common_shape() -> None:
    """A connection that is not taken gets a problem that scripts of other sites can read."""
    ours, theirs = socket.socketpair()
    refuse(theirs)
    with ours:
        got = b"".join(iter(lambda: ours.recv(65536), b""))
    head, _, body = got.decode().partition("\r\n\r\n")

    assert head.startswith("HTTP/1.1 503 ")
    assert {
        "Access-Control-Allow-Origin: *",
        "Cache-Control: no-store",
        "Content-Type: application/problem+json",
        "Retry-After: 5",
        f"Content-Length: {len(body)}",
    } <= set(head.split("\r\n"))
    assert json.loads(body)["status"] == 503


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_application_keeps_the_fact(case: Mapping[str, Any], client: FlaskClient) -> None:
    """The application answers as the table says, without a server."""
    method, path, headers, body = read_case(case)
    reply = client.open(path, method=method, headers=headers, data=body)
    found = Found(reply.status_code, {k.lower(): v for k, v in reply.headers.items()}, reply.data)

    check(case, unpack(found))


def test_every_fact_is_named_once() -> None:
    """No two facts of the table have one name."""
    assert len(NAMES) == len(set(NAMES))


def test_every_address_has_security_headers(client: FlaskClient) -> None:
    """Replies of every kind carry the headers that protect their readers."""
    for path in ("/", "/sparql", "/nothing", "/convention/2005", "/dumps/", "/health"):
        headers = client.get(path).headers

        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"]
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in headers


def test_every_route_allows_what_it_says(app: Flask, client: FlaskClient) -> None:
    """OPTIONS of every address names its methods, and one that is not named gets 405 and Allow."""
    for rule in app.url_map.iter_rules():
        path = rule.rule.replace("<path:path>", "x")
        allowed = client.options(path).headers["Allow"]

        assert {"GET", "HEAD", "OPTIONS"} <= set(allowed.split(", "))
        refused = client.patch(path)
        assert (405, allowed) == (refused.status_code, refused.headers["Allow"])


def test_known_tag_gives_304_and_an_unknown_one_the_body(client: FlaskClient) -> None:
    """A tag in a list, weak or strong, gives 304; the tag of the packed form is another one."""
    path = "/convention/2005.ttl"
    tag = client.get(path).headers["ETag"]

    known = client.get(path, headers={"If-None-Match": f'"a", W/{tag}, "b"'})
    assert (304, tag, b"") == (known.status_code, known.headers["ETag"], known.data)
    packed = client.get(path, headers={"If-None-Match": tag, "Accept-Encoding": "gzip"})
    assert packed.status_code == 200
    assert client.get(path, headers={"If-None-Match": '"a"'}).status_code == 200


def test_tags_differ_by_format(client: FlaskClient) -> None:
    """Two formats of one answer have two tags."""
    tags = {
        client.get("/sparql?query=ASK%20{}", headers={"Accept": accept}).headers["ETag"]
        for accept in ("application/sparql-results+json", "application/json", "text/xml")
    }
    assert len(tags) == 3


def test_pages_of_two_queries_have_two_tags(client: FlaskClient) -> None:
    """Two queries with the same result have two pages, since a page shows its query."""
    pages = [
        client.open("/sparql", method="QUERY", data=text, headers=headers)
        for headers in [{"Accept": "text/html", "Content-Type": "application/sparql-query"}]
        for text in ("ASK {}", "ASK { }", "ASK {}")
    ]
    first, second, again = (page.headers["ETag"] for page in pages)

    assert first == again != second


def test_what_is_not_kept_is_not_kept_packed(folder: Path) -> None:
    """An answer by chance leaves nothing in memory, though it is packed."""
    app, _ = make_app(folder)
    text = quote(f"SELECT (RAND() AS ?n) ('{'x' * 1000}' AS ?x) {{}}")
    reply = app.test_client().get(f"/sparql?query={text}", headers={"Accept-Encoding": "gzip"})

    assert reply.headers["Content-Encoding"] == "gzip"
    assert app.extensions["cdce"].publication.service.cache.size == 0


def test_repeated_question_is_asked_once(folder: Path) -> None:
    """An answer is kept, and any header that means the same formats is served from it."""
    app, store = make_app(folder)
    client = app.test_client()
    for accept in ("", "*/*", "application/sparql-results+json, */*;q=0.1"):
        client.get("/sparql?query=ASK%20{?s%20?p%201}", headers={"Accept": accept})

    assert store.asked.count("ASK {?s ?p 1}") == 1


def test_kept_answers_stay_within_their_memory(folder: Path) -> None:
    """However many questions come, kept answers take no more bytes than the setting says."""
    app, _ = make_app(folder, cache_bytes=20_000, cache_entry_bytes=5_000)
    client = app.test_client()
    for number in range(100):
        client.get(f"/sparql?query=SELECT%20({number}%20AS%20?n)%20{{}}")
    cache = app.extensions["cdce"].publication.service.cache

    assert 0 < cache.size <= 20_000


@pytest.mark.parametrize(
    ("error", "status", "member"),
    [
        (TimeExceeded(10), 504, "query_seconds"),
        (TooLarge("rows", 5), 422, "rows"),
        (TooLarge("answer_bytes", 5), 422, "answer_bytes"),
        (TooLarge("worker_memory_bytes", 5), 422, "worker_memory_bytes"),
        (Busy(7), 503, ""),
        (Busy(7, "queue_seconds", 2.0), 503, "queue_seconds"),
        (Closed(7), 503, ""),
        (WorkerLost(), 503, ""),
    ],
)
def test_limit_is_named(folder: Path, error: Exception, status: int, member: str) -> None:
    """A query that met a limit says which one, and when to come back."""
    app, store = make_app(folder)
    store.fails_with = error
    reply = app.test_client().get("/sparql?query=ASK%20{}")

    assert status == reply.status_code
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert (member or None) == reply.get_json(force=True).get("limit")
    assert ("Retry-After" in reply.headers) == (status == 503)


def test_an_iri_beyond_ascii_is_a_uri_in_a_header() -> None:
    """A server can send no other characters; the rest of the value stays as it is."""
    reply = Reply(
        303, headers=(("Location", "https://e.org/žluť?a=%20#b"), ("Link", '<a>; rel="b"'))
    )
    headers = make_response(reply, {}).headers

    assert headers["Location"] == "https://e.org/%C5%BElu%C5%A5?a=%20#b"
    assert headers["Link"] == '<a>; rel="b"'


def test_unforeseen_fault_tells_nothing(folder: Path) -> None:
    """A fault of the program gives 500 in the common shape, without a traceback."""
    app, store = make_app(folder)
    store.fails_with = RuntimeError("secret")
    reply = app.test_client().get("/sparql?query=ASK%20{}")

    assert reply.status_code == 500
    assert "secret" not in reply.text
    assert "Traceback" not in reply.text
    assert reply.get_json(force=True)["status"] == 500


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "hint"),
    [
        ("GET", "/sparql?query=" + "A" * 3000, {}, 414, "the body of a POST or QUERY"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, 413, "Shorten"),
        ("QUERY", "/sparql", {"Content-Type": "application/sparql-query"}, 413, "Shorten"),
    ],
)
def test_long_query_is_refused_with_a_hint(
    folder: Path, method: str, path: str, headers: Mapping[str, str], status: int, hint: str
) -> None:
    """A query beyond the limit is refused before it is read, with what to do."""
    app, store = make_app(folder, query_bytes=2000)
    data = b"A" * 3000 if method != "GET" else None
    reply = app.test_client().open(path, method=method, headers=headers, data=data)

    assert status == reply.status_code
    assert "QUERY" in reply.text or "query_bytes" in reply.text
    assert hint in reply.get_json(force=True)["hint"]
    assert store.asked == []


def test_huge_body_is_not_read(folder: Path) -> None:
    """A body far beyond the limit is refused by its length."""
    app, _ = make_app(folder, query_bytes=2000, body_bytes=20_000)
    reply = app.test_client().post(
        "/sparql", data=b"A" * 200_000, content_type="application/sparql-query"
    )
    assert reply.status_code == 413
    assert reply.get_json(force=True)["limit"] == "body_bytes"


def test_client_with_too_many_requests_waits(folder: Path) -> None:
    """The request beyond a client's places gets 429; another one goes on when one is done."""
    app, store = make_app(folder, requests_per_client=1)
    inside, leave = threading.Event(), threading.Event()
    answer = store.query

    def wait(*arguments: Any, **named: Any) -> Any:
        inside.set()
        leave.wait(5)
        return answer(*arguments, **named)

    store.query = wait  # type: ignore[method-assign]
    first = threading.Thread(target=lambda: app.test_client().get("/sparql?query=ASK%20{}"))
    first.start()
    inside.wait(5)
    client = app.test_client()
    refused = client.get("/sparql?query=ASK%20{}")
    other = client.get("/robots.txt", environ_base={"REMOTE_ADDR": "192.0.2.9"})
    counted = client.get("/metrics")
    leave.set()
    first.join()

    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "5"
    assert other.status_code == 200
    assert "cdce_requests_refused_total 1" in counted.text
    assert client.get("/sparql?query=ASK%20{}").status_code == 200


def test_preflight_needs_no_place(folder: Path) -> None:
    """A browser is told what it may send, however many requests of its client are served."""
    app, _ = make_app(folder)
    app.extensions["cdce"].in_flight.most = 0
    client = app.test_client()

    assert client.options("/sparql").status_code == 204
    assert client.get("/sparql").status_code == 429


def test_places_are_given_back() -> None:
    """A client that left holds no place."""
    places = InFlight(1)

    assert places.take("a")
    assert not places.take("a")
    places.leave("a")
    assert places.take("a")


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "client"),
    [
        ("192.0.2.1", "6.6.6.6", 0, "192.0.2.1"),
        ("10.0.0.1", "6.6.6.6, 192.0.2.7", 1, "192.0.2.7"),
        ("10.0.0.1", "6.6.6.6, 192.0.2.7, 10.0.0.2", 2, "192.0.2.7"),
        ("10.0.0.1", "", 1, "10.0.0.1"),
        ("2001:db8:1:2:3::4", "", 0, "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "", 0, "192.0.2.1"),
        ("fe80::1%eth0", "", 0, "fe80::/64"),
        ("", "", 0, ""),
    ],
)
def test_client_is_found(peer: str, forwarded: str, proxies: int, client: str) -> None:
    """A client is its address as our own proxies saw it, IPv6 by /64; its word counts nought."""
    assert client == find_client(peer, forwarded, proxies)


def test_new_release_takes_over(folder: Path, tmp_path: Path) -> None:
    """A request that met a closed store is answered by the release that replaced it."""
    app, old = make_app(folder)
    new_folder = write_release(tmp_path / "new")
    text = (new_folder / "void.ttl").read_text("utf-8").replace('"1.0.0"', '"1.1.0"')
    (new_folder / "void.ttl").write_text(text, "utf-8")
    from tests.http_fixtures import write_sums

    (new_folder / "SHA256SUMS").unlink()
    write_sums(new_folder)
    new = make_publication(
        PlainStore(new_folder), read_release(new_folder), site=SITE, settings=Settings()
    )

    def close(*_: Any, **__: Any) -> Any:
        replace_release(app, new)
        raise Closed(1)

    old.query = close  # type: ignore[method-assign]
    client = app.test_client()

    assert client.get("/sparql?query=ASK%20{}").status_code == 200
    assert client.get("/health").get_json()["release"]["version"] == "1.1.0"


def test_prepared_server_asks_nothing_more(folder: Path) -> None:
    """Once prepared, the front page and the address of any thing need no query."""
    app, store = make_app(folder)
    app.extensions["cdce"].publication.prepare()
    store.asked.clear()
    client = app.test_client()

    assert client.get("/").status_code == 200
    assert client.get("/party/FRA").status_code == 303
    assert client.get("/context.jsonld").status_code == 200
    assert client.get("/nothing").status_code == 404
    assert store.asked == []


@pytest.mark.parametrize(
    ("header", "is_packed"),
    [
        ("gzip", True),
        ("x-gzip", True),
        ("br, gzip;q=0.5", True),
        ("*", True),
        ("*;q=0, gzip;q=0.1", True),
        ("gzip;q=0", False),
        ("identity", False),
        ("br", False),
        ("", False),
        ("gzip;q=x", False),
        ("gzip;q=0.1, identity;q=1", False),
        ("gzip, identity", True),
    ],
)
def test_packing_follows_the_header(client: FlaskClient, header: str, is_packed: bool) -> None:
    """An answer is packed only for a client that takes gzip, and holds the same bytes."""
    path = "/convention/2005.ttl"
    reply = client.get(path, headers={"Accept-Encoding": header})

    assert is_packed == (reply.headers.get("Content-Encoding") == "gzip")
    data = gzip.decompress(reply.data) if is_packed else reply.data
    assert data == client.get(path).data
    assert "Accept-Encoding" in reply.headers["Vary"]


def test_service_description_is_small_and_true(client: FlaskClient) -> None:
    """The description is under 50 kB, and its counts and formats are those of the endpoint."""
    reply = client.get("/sparql", headers={"Accept": "text/turtle"})
    facts = {
        (q.subject.value, q.predicate.value.rpartition("#")[2], q.object.value)
        for q in parse(reply.data, format=RdfFormat.TURTLE)
    }

    assert len(reply.data) < 50_000
    counted = client.get("/sparql?query=SELECT%20(COUNT(*)%20AS%20?n)%20{?s%20?p%20?o}")
    number = counted.get_json(force=True)["results"]["bindings"][0]["n"]["value"]
    assert (f"{SITE}/sparql#default-graph", "triples", number) in facts
    for subject, name, value in facts:
        if name == "resultFormat":
            assert value.startswith("http://www.w3.org/ns/formats/"), subject


def test_metrics_are_well_formed(client: FlaskClient) -> None:
    """Each line of the metrics is a type or a name with labels and a number."""
    client.get("/")
    line = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+')
    for found in client.get("/metrics").text.splitlines():
        assert found.startswith("# TYPE ") or line.fullmatch(found), found


def test_log_has_one_line_and_no_query(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    """A request makes one line, without the text of its query and no line break of its own."""
    with caplog.at_level("INFO", logger="cdce.access"):
        client.get("/sparql?query=ASK%20{%20?secret%20?p%20?o%20}")
        client.get("/party/a%0ab")

    assert len(caplog.messages) == 2
    assert "secret" not in caplog.text
    assert all("\n" not in message for message in caplog.messages)
