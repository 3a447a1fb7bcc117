"""The server goes on: through releases, lost workers, odd clients and to an orderly end."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import re
import resource
import shutil
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.http_fixtures import Found, ask, write_release, write_sums
from tests.served import Served, children_of, eventually, serving

LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
# Takes about a second: the pairs of all triples, twenty times.
MEDIUM = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f VALUES ?k { "
    + " ".join(map(str, range(20)))
    + " } FILTER(STRLEN(CONCAT(STR(?c), STR(?f), STR(?k))) > 0) }"
)
QUICK = ("--limit", "query_seconds=3", "--limit", "retry_after_seconds=1")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_release(tmp_path_factory.mktemp("served") / "release")


@pytest.fixture(scope="module")
def server(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that no test changes."""
    log = tmp_path_factory.mktemp("log") / "log"
    with serving(folder, log, *QUICK) as served:
        yield served


def publish(folder: Path, version: str) -> None:
    """Put another release in the place of the one that is served, as a build does."""
    made = folder.with_name(f"made-{version}")
    shutil.copytree(folder, made)
    text = (made / "void.ttl").read_text("utf-8")
    text = re.sub(r'dcat:version "[^"]+"', f'dcat:version "{version}"', text)
    (made / "void.ttl").write_text(text, "utf-8")
    write_sums(made)
    old = folder.with_name(f"old-{version}")
    folder.rename(old)
    made.rename(folder)
    shutil.rmtree(old)


def version_of(served: Served) -> str:
    return str(served.check_health()["release"]["version"])


def test_a_new_release_is_served_without_a_failed_request(folder: Path, tmp_path: Path) -> None:
    """Under load nobody notices that a release took the place of another, twice."""
    place = Path(shutil.copytree(folder, tmp_path / "release"))
    with serving(place, tmp_path / "log") as served:
        found: list[Found] = []
        is_over = threading.Event()

        def load(number: int) -> None:
            paths = ["/party/FRA.ttl", "/", f"/sparql?query=SELECT%20%2A%20%7B%7D%23{number}"]
            while not is_over.is_set():
                found.extend(served.ask(path) for path in paths)

        threads = [threading.Thread(target=load, args=[n]) for n in range(3)]
        for thread in threads:
            thread.start()
        try:
            for version in ("2.0.0", "3.0.0"):
                publish(place, version)
                assert eventually(lambda v=version: version_of(served) == v, 20), version  # type: ignore[misc]
        finally:
            is_over.set()
            for thread in threads:
                thread.join()
        assert len(found) > 50
        assert {each.status for each in found} == {200}
        # The store before ends when its queries have.
        assert eventually(lambda: len(children_of(served.process.pid)) == 1)


def test_a_broken_release_is_refused_and_the_old_one_goes_on(folder: Path, tmp_path: Path) -> None:
    """A half-written, a changed and a non-conforming release are refused, and one is healed."""
    place = Path(shutil.copytree(folder, tmp_path / "release"))
    whole = (place / "graph.nq").read_bytes()
    with serving(place, tmp_path / "log") as served:

        def refused() -> str:
            said = served.check_health()["refused"]
            return str(said["reason"]) if said else ""

        (place / "graph.nq").write_bytes(whole[:500])
        assert eventually(lambda: "graph.nq" in refused())
        assert served.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").status == 200
        assert version_of(served) == "1.0.0"

        (place / "graph.nq").write_bytes(whole)
        assert eventually(lambda: not refused())

        text = (place / "report.ttl").read_text()
        (place / "report.ttl").write_text(text.replace("conforms true", "conforms false"))
        write_sums(place)
        assert eventually(lambda: "sh:conforms" in refused())
        assert served.ask("/party/FRA.ttl").status == 200

        shutil.rmtree(place)
        assert eventually(lambda: "SHA256SUMS" in refused())
        assert served.ask("/health").status == 200
        time.sleep(2.5)
        log = served.log.read_text()
        assert log.count("SHA256SUMS: a release has this file") == 1


def test_a_zygote_that_is_lost_loads_what_was_verified(folder: Path, tmp_path: Path) -> None:
    """Workers that must be made anew hold the release that is served, not what lies there now."""
    place = Path(shutil.copytree(folder, tmp_path / "release"))
    question = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with serving(place, tmp_path / "log") as served:
        before = served.query(question).body
        (place / "graph.nq").write_text("<a:a> <a:b> <a:c> .\n")
        [zygote] = children_of(served.process.pid)
        os.kill(zygote, signal.SIGKILL)
        assert eventually(lambda: served.query(f"{question} # {time.time()}").status == 200)
        assert eventually(lambda: served.query(f"{question} # {time.time()}").body == before)


def test_sighup_looks_for_a_release_at_once(folder: Path, tmp_path: Path) -> None:
    """The signal takes a release that only differs in what it says, and ends nothing."""
    place = Path(shutil.copytree(folder, tmp_path / "release"))
    with serving(place, tmp_path / "log") as served:
        served.process.send_signal(signal.SIGHUP)
        publish(place, "4.0.0")
        served.process.send_signal(signal.SIGHUP)
        assert eventually(lambda: version_of(served) == "4.0.0")


def test_a_worker_killed_in_mid_query_fails_its_client_only(server: Served) -> None:
    """That client gets 503 with Retry-After, everybody else an answer."""
    [zygote] = children_of(server.process.pid)
    found: list[Found] = []
    thread = threading.Thread(target=lambda: found.append(server.post(LONG)))
    thread.start()
    busiest = 0
    for _ in range(200):
        time.sleep(0.02)
        times = {pid: processor_seconds(pid) for pid in children_of(zygote)}
        busiest = max(times, key=lambda pid: times[pid])
        if times[busiest] > 0.1:
            break
    os.kill(busiest, signal.SIGKILL)
    assert server.query("SELECT * { ?s ?p ?o } LIMIT 1").status == 200
    thread.join()

    assert (found[0].status, found[0].headers.get("Retry-After")) == (503, "1")
    assert eventually(lambda: len(children_of(zygote)) == 9)


def processor_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_server_may_open_as_many_files_as_the_system_lets_it(
    release: Path, tmp_path: Path
) -> None:
    """The files of many earlier releases are held open, and each connection is one more."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
    try:
        with serving(release, tmp_path / "log") as served:
            found = resource.prlimit(served.process.pid, resource.RLIMIT_NOFILE)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)

    assert found == (before[1], before[1])


def test_sigterm_finishes_what_runs_then_stops(folder: Path, tmp_path: Path) -> None:
    """A query that runs is answered whole, no connection is taken, and the exit code is 0."""
    with serving(folder, tmp_path / "log", *QUICK) as served:
        [zygote] = children_of(served.process.pid)
        found: list[Found] = []
        thread = threading.Thread(target=lambda: found.append(served.post(MEDIUM)))
        with socket.create_connection(("127.0.0.1", served.port)):
            before = sum(map(processor_seconds, children_of(zygote)))
            thread.start()
            assert eventually(
                lambda: sum(map(processor_seconds, children_of(zygote))) > before + 0.1
            )
            started = time.monotonic()
            assert served.stop() == 0
            took = time.monotonic() - started
        thread.join()

        assert found[0].status in (200, 504)
        assert found[0].status == 504 or json.loads(found[0].body)
        assert took < 6
        assert not Path(f"/proc/{zygote}").exists()
        with pytest.raises(OSError, match="refused"):
            served.ask("/health")


def test_health_and_metrics_say_what_is_true(server: Served) -> None:
    """Alive, ready, which release, which engine; numbers by route in the form of Prometheus."""
    health = server.check_health()
    assert (health["alive"], health["ready"], health["refused"]) == (True, True, None)
    assert health["engine"]["kind"] == "embedded"
    assert re.search(rb"cdce_memory_budget_bytes [1-9][0-9]{8,}", server.ask("/metrics").body)
    assert "of memory." in server.ask("/about").body.decode()
    server.query("ASK { }")
    metrics = server.ask("/metrics")
    assert metrics.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert b'cdce_requests_total{route="sparql",method="GET",status="200"}' in metrics.body
    assert b'cdce_release_info{version="1.0.0"} 1' in metrics.body


def test_limits_for_others_are_none_for_the_pages(folder: Path, tmp_path: Path) -> None:
    """A publisher may allow little; the site's own questions go on."""
    limits = ("rows=3", "answer_bytes=2000", "query_seconds=0.5")
    with serving(folder, tmp_path / "log", *(f"--limit={each}" for each in limits)) as served:
        assert served.query("SELECT * { ?s ?p ?o } LIMIT 3").status == 200
        refused = served.query("SELECT * { ?s ?p ?o } LIMIT 4")
        assert (refused.status, json.loads(refused.body)["limit"]) == (422, "rows")
        for path in ("/", "/about", "/party/FRA.html", "/rules", "/vocabulary", "/dumps/"):
            assert served.ask(path, {"Accept": "text/html"}).status == 200, path


def test_the_log_has_one_line_a_request_and_no_query(folder: Path, tmp_path: Path) -> None:
    """Each line is JSON where that is asked for, with its time, and no text of a query."""
    with serving(folder, tmp_path / "log", "--log-json") as served:
        served.query("ASK { <urn:secret> ?p ?o }")
        served.ask("/party/FRA.ttl")
        assert served.stop() == 0
        lines = [line for line in served.log.read_text().splitlines() if line.startswith("{")]
    said = [json.loads(line) for line in lines]

    asked = [line for line in said if line["path"] != "/health"]
    assert [(line["path"], line["status"]) for line in asked] == [
        ("/sparql", 200),
        ("/party/FRA.ttl", 200),
    ]
    assert all("time" in line and "milliseconds" in line for line in said)
    assert "secret" not in served.log.read_text()


HALVES = {
    "request line": b"GET /par",
    "headers": b"GET / HTTP/1.1\r\nHost: x\r\nAcc",
    "body": b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    b"Content-Length: 1000\r\n\r\nSELECT",
    "chunk": b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n10\r\nSELECT",
}


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_half_sent_requests_hold_nobody_up(server: Served, half: bytes) -> None:
    """A hundred requests that never end take no thread."""
    many = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(100)]
    for each in many:
        each.sendall(half)
    started = time.monotonic()
    assert server.query("ASK {}").status == 200
    assert time.monotonic() - started < 2
    for each in many:
        each.close()


def test_one_address_has_a_part_of_all_connections(folder: Path, tmp_path: Path) -> None:
    """Another address is answered while one holds as many connections as it may."""
    with serving(folder, tmp_path / "log") as served:
        many = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(600)]
        other = http.client.HTTPConnection(
            "127.0.0.1", served.port, timeout=5, source_address=("127.0.0.2", 0)
        )
        try:
            other.request("GET", "/health")
            assert other.getresponse().status == 200
            many[-1].settimeout(5)
            assert many[-1].recv(12) == b"HTTP/1.1 503"
        finally:
            other.close()
            for each in many:
                each.close()
        assert eventually(lambda: is_answered(served))


def is_answered(served: Served) -> bool:
    try:
        return served.ask("/health").status == 200
    except (OSError, http.client.HTTPException):
        return False


@pytest.mark.parametrize(
    "path", ["/dumps/graph.nq", "/sparql?query=SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%7D"]
)
def test_slow_readers_hold_nobody_up(server: Served, path: str) -> None:
    """Clients that do not read their answer take no thread; the eighth of them may be refused."""
    many = []
    for _ in range(40):
        slow = socket.socket()
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        slow.connect(("127.0.0.1", server.port))
        slow.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        many.append(slow)
    assert eventually(lambda: server.query("ASK {}").status == 200, 5)
    started = time.monotonic()
    assert server.query("ASK {}").status == 200
    assert time.monotonic() - started < 2
    for each in many:
        each.close()


@pytest.mark.parametrize(
    ("name", "size", "status"),
    [("X-Long", 300_000, 431), ("Cookie", 5_000_000, 431), ("Accept", 100_000, 200)],
)
def test_huge_headers_are_refused_or_read(
    server: Served, name: str, size: int, status: int
) -> None:
    """A head beyond its limit is answered with 431 as a problem; others are read in no time."""
    raw = b"GET /party/FRA.ttl HTTP/1.1\r\nHost: x\r\n" + name.encode() + b": "
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        try:
            line.sendall(raw + b"text/turtle, " * (size // 13) + b"a/b\r\n\r\n")
        except OSError:
            assert status == 431
        try:
            head = line.recv(2000)
        except ConnectionResetError:
            assert status == 431
        else:
            assert head.split()[1] == str(status).encode()
    assert server.ask("/health").status == 200


def test_a_compressed_body_is_refused_unopened(server: Served) -> None:
    """A bomb of a gigabyte in a megabyte is answered 415 without being opened; a larger one 413."""
    bomb = gzip.compress(bytes(50_000_000))
    headers = {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}
    assert ask(server.port, "POST", "/sparql", headers, bomb).status == 415
    try:
        found = ask(server.port, "POST", "/sparql", headers, bytes(8_000_000))
        assert found.status == 413
    except ConnectionError:
        pass
    assert server.ask("/health").status == 200


def test_a_connection_lives_through_304_and_204(server: Served) -> None:
    """Answers without a body leave the connection open."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.connect()
    first = connection.sock
    for method, headers, status in (
        ("GET", {"If-None-Match": "*"}, 304),
        ("OPTIONS", {}, 204),
        ("HEAD", {}, 200),
        ("GET", {}, 200),
    ):
        connection.request(method, "/party/FRA.ttl", headers=headers)
        reply = connection.getresponse()
        reply.read()
        assert reply.status == status
        assert connection.sock is first, status
    connection.request("GET", "/party/FRA.ttl", headers={"Connection": "close"})
    connection.getresponse().read()
    assert connection.sock is None


def test_a_limit_of_the_command_line_holds_and_is_told(folder: Path, tmp_path: Path) -> None:
    """A limit set by option refuses what is beyond it, and the description says it."""
    with serving(folder, tmp_path / "log", "--limit", "rows=300") as served:
        assert served.query("SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 300").status == 200
        found = served.query("SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 301")
        said = served.ask("/sparql", {"Accept": "text/html"}).body
    problem = json.loads(found.body)
    assert (found.status, problem["limit"], problem["value"]) == (422, "rows", 300)
    assert b"rows" in said


def test_a_proxy_of_ours_tells_clients_apart(folder: Path, tmp_path: Path) -> None:
    """With --proxies 1 the last address of X-Forwarded-For is the client, with none the peer."""
    limits = ("--limit", "requests_per_client=1", "--limit", "query_seconds=2")
    for proxies, expected in (("1", 200), ("0", 429)):
        with serving(folder, tmp_path / "log", "--proxies", proxies, *limits) as served:
            thread = threading.Thread(target=served.post, args=[LONG])
            thread.start()
            assert eventually(lambda s=served: b"running 2" in s.ask("/metrics").body)  # type: ignore[misc]
            other = {"X-Forwarded-For": "192.0.2.7"}
            found = served.ask("/sparql?query=ASK%20%7B%7D", other)
            page = served.ask("/party/FRA.ttl")
            thread.join()
        assert page.status == 200
        assert found.status == expected
