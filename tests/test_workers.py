"""Queries that kill, starve or hang harm nobody but themselves, and leave nothing behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from server.engine.evaluation import Task
from server.engine.frames import HEAD, SOLUTIONS, BrokenFrameError, Frame, FrameReader, send_frame
from server.engine.places import PATIENCE_SECONDS, NoPlaceError, Places
from server.engine.store import (
    Answer,
    Busy,
    Closed,
    Dataset,
    EmbeddedStore,
    QueryError,
    StartError,
    StoreError,
    TimeExceeded,
    TooLarge,
    WorkerLost,
)
from server.formats import BY_NAME, Form, Format
from server.settings import MIB, OWN, Settings

TRIPLES = 1800
FORMATS: dict[Form, Format | None] = {
    "solutions": BY_NAME["json"],
    "boolean": BY_NAME["json"],
    "graph": BY_NAME["ttl"],
}
SMALL = "SELECT ?p ?o { <http://e/s7> ?p ?o }"
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
CRASH = "SELECT * " + "{" * 2300 + "}" * 2300
SORT = f"SELECT * {{ {CROSS} }} ORDER BY ?a ?f ?i"
STEPS = " ".join(f"BIND(CONCAT({', '.join([f'?x{i}'] * 20)}) AS ?x{i + 1})" for i in range(5))
CONCAT = f"SELECT (STRLEN(?x5) AS ?n) {{ BIND('{'x' * 1000}' AS ?x0) {STEPS} }}"
LISTS = "ASK { ?s ?p " + "(" * 200 + "1" + ")" * 200 + " }"
OPTIONALS = (
    f"SELECT * {{ ?s ?p ?o {' '.join(f'OPTIONAL {{ ?s ?p{i} ?o{i} }}' for i in range(200))} }}"
)
PATHS = "SELECT (COUNT(*) AS ?n) { ?a (<http://e/p1>|!<http://e/p2>)*/(^<http://e/p3>|!<x>)* ?b }"
REGEX = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} FILTER REGEX(STR(?c), CONCAT(STR(?f), '.*.*z')) }}"
# Takes some tenths of a second, then answers.
SLOW = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(CONCAT(STR(?c), STR(?f))) > 0) }"
)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    with (folder / "graph.nq").open("w", encoding="utf-8") as file:
        for i in range(TRIPLES):
            value = f"<http://e/s{i * 7 % 200}>" if i % 2 else f'"value {i}"'
            file.write(f"<http://e/s{i % 200}> <http://e/p{i % 9}> {value} <http://e/g{i % 3}> .\n")
    return folder


@contextmanager
def opened(release: Path, **settings: float) -> Iterator[EmbeddedStore]:
    values: dict[str, float] = {"workers": 2, "slow_workers": 2, "query_seconds": 0.8}
    values |= {"slow_lane_after_seconds": 0.2, "close_seconds": 3} | settings
    store = EmbeddedStore(release, Settings(**values))  # type: ignore[arg-type]
    try:
        yield store
    finally:
        store.close()


@pytest.fixture(scope="module")
def store(release: Path) -> Iterator[EmbeddedStore]:
    with opened(release) as shared:
        yield shared


def ask(store: EmbeddedStore, text: str, seconds: float | None = None) -> Answer:
    limits = OWN.shorten(seconds) if seconds else None
    return store.query(
        text, base="http://localhost/", dataset=Dataset(), formats=FORMATS, limits=limits
    )


def run(act: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=act)
    thread.start()
    return thread


def fail(store: EmbeddedStore, text: str) -> type[StoreError]:
    """Return how a query fails."""
    with pytest.raises(StoreError) as caught:
        ask(store, text)
    return caught.type


def count_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def zygote_of(store: EmbeddedStore) -> int:
    process = store._nursery._process
    assert process is not None
    return process.pid


def children_of(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def workers_of(store: EmbeddedStore) -> list[int]:
    return children_of(zygote_of(store))


def kill_workers(store: EmbeddedStore) -> None:
    for pid in workers_of(store):
        os.kill(pid, signal.SIGKILL)


def stat_of(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat from the state on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()


def is_gone(pid: int) -> bool:
    try:
        return stat_of(pid)[0] == "Z" and children_of(os.getpid()).count(pid) == 0
    except (FileNotFoundError, ProcessLookupError):
        return True


def busy_seconds(pids: list[int]) -> float:
    total = 0
    for pid in pids:
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = stat_of(pid)
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def find_links(pid: int) -> list[str]:
    return [str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir()]


def has_one_socket(pid: int) -> bool:
    return sum(link.startswith("socket:") for link in find_links(pid)) == 1


def eventually(is_true: Callable[[], bool], seconds: float = 5.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_true():
            return True
        time.sleep(0.01)
    return is_true()


def test_a_query_past_its_time_is_dead(store: EmbeddedStore) -> None:
    """It ends at its time, its process is gone, and the next query finds a ready worker."""
    before = workers_of(store)
    started = time.monotonic()
    with pytest.raises(TimeExceeded) as caught:
        ask(store, ENDLESS)
    assert 0.8 <= time.monotonic() - started < 1.8
    assert caught.value.seconds == 0.8
    after = workers_of(store)
    assert len(after) == 2
    assert len(set(before) - set(after)) == 1
    assert all(is_gone(pid) for pid in set(before) - set(after))
    started = time.monotonic()
    ask(store, SMALL)
    assert time.monotonic() - started < 1
    spent = busy_seconds(after)
    time.sleep(0.2)
    assert busy_seconds(after) - spent < 0.05


@pytest.mark.parametrize("text", [LISTS, OPTIONALS], ids=["lists", "optionals"])
def test_a_planner_bomb_ends_at_its_time(store: EmbeddedStore, text: str) -> None:
    """A short text that keeps the engine planning is stopped like any other, in either lane."""
    for seconds in (0.1, 0.5):
        started = time.monotonic()
        with pytest.raises(TimeExceeded):
            ask(store, text, seconds)
        assert time.monotonic() - started < seconds + 1


def test_output_that_trickles_extends_no_time(store: EmbeddedStore) -> None:
    """The time counts from the start, whatever the engine has written by then."""
    text = (
        "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?f), STR(?i))) = 9) }"
    )
    started = time.monotonic()
    with pytest.raises((TimeExceeded, TooLarge)):
        ask(store, text)
    assert time.monotonic() - started < 1.8


def test_a_parser_crash_ends_its_worker_only(store: EmbeddedStore) -> None:
    """The client of a query that crashes the engine is told, and everybody else is answered."""
    with pytest.raises(WorkerLost):
        ask(store, CRASH)
    assert len(workers_of(store)) == 2
    assert ask(store, SMALL).form == "solutions"


@pytest.mark.parametrize("text", [SORT, CONCAT], ids=["sort", "concat"])
def test_a_memory_bomb_ends_at_its_limit(release: Path, text: str) -> None:
    """A query that needs too much memory is told so, with the limit it reached."""
    limits = {"worker_memory_bytes": 96 * MIB, "fast_memory_bytes": 48 * MIB}
    with opened(release, query_seconds=5, **limits) as small:
        with pytest.raises(TooLarge) as caught:
            ask(small, text)
        assert (caught.value.limit, caught.value.value) in {
            ("fast_memory_bytes", 48 * MIB),
            ("worker_memory_bytes", 96 * MIB),
        }
        assert ask(small, SMALL).form == "solutions"


def test_the_slow_lane_has_more_memory(release: Path) -> None:
    """A query in the slow lane gets beyond the limit of the fast one."""
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f LIMIT 1000000 OFFSET 999999"
    fast = 32 * MIB
    with opened(
        release, query_seconds=9, slow_lane_after_seconds=0.01, fast_memory_bytes=fast, rows=10
    ) as store:
        with pytest.raises(TooLarge) as caught:
            ask(store, text)
        assert caught.value.limit == "rows" or caught.value.value > fast


SCANNER_BYPASS = "PREFIX : <%s> SELECT * { FILTER(1<2)SERVICE#>\n:sparql { ?s ?p ?o } }"


@pytest.mark.parametrize(
    ("text", "is_answered"),
    [
        ("SELECT * { SERVICE <%s> { ?s ?p ?o } }", False),
        ("SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }", True),
        ("SELECT * { VALUES ?x { <%s> } SERVICE ?x { ?s ?p ?o } }", False),
        (SCANNER_BYPASS, False),
        ("SELECT * FROM <%s> { ?s ?p ?o }", True),
        ("SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }", True),
        ("LOAD <%s>", False),
        ("CLEAR ALL ; LOAD SILENT <%s> INTO GRAPH <http://e/g>", False),
    ],
)
def test_no_query_reaches_another_host(
    store: EmbeddedStore, text: str, *, is_answered: bool
) -> None:
    """No connection is made for SERVICE, FROM or LOAD, and the reason is friendly."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        if is_answered:
            ask(store, text % url)
        else:
            with pytest.raises(QueryError, match=r"SERVICE is off here|read-only"):
                ask(store, text % url)
        time.sleep(0.05)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_worker_killed_in_mid_query_costs_one_answer(release: Path) -> None:
    """Its client is told within a moment, and the next query finds a worker."""
    with opened(release, workers=1, query_seconds=5, slow_lane_after_seconds=2) as single:
        caught: list[type[StoreError]] = []
        victim = workers_of(single)[0]
        thread = run(lambda: caught.append(fail(single, ENDLESS)))
        assert eventually(lambda: stat_of(victim)[0] == "R")
        os.kill(victim, signal.SIGKILL)
        thread.join(1)
        assert caught == [WorkerLost]
        assert ask(single, SMALL).form == "solutions"


def test_workers_killed_while_idle_are_not_missed(store: EmbeddedStore) -> None:
    """Nobody notices that an idle worker was killed."""
    kill_workers(store)
    assert eventually(lambda: not workers_of(store))
    for _ in range(3):
        assert ask(store, SMALL).form == "solutions"


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped"])
def test_a_lost_zygote_is_replaced(
    release: Path, monkeypatch: pytest.MonkeyPatch, how: signal.Signals
) -> None:
    """One that ends, or answers no more, is replaced with all its workers by the next query."""
    monkeypatch.setattr("server.engine.workers.CONTROL_SECONDS", 0.5)
    monkeypatch.setattr("server.engine.workers.END_SECONDS", 0.5)
    with opened(release) as store:
        zygote, workers = zygote_of(store), workers_of(store)
        os.kill(zygote, how)
        if how is signal.SIGSTOP:
            os.kill(workers[-1], signal.SIGKILL)
            time.sleep(0.05)
        else:
            assert eventually(lambda: all(map(is_gone, workers)))
        for _ in range(3):
            assert ask(store, SMALL).form == "solutions"
        assert zygote_of(store) != zygote
        assert all(map(is_gone, [zygote, *workers]))


def test_a_slow_query_is_answered_at_low_priority(release: Path) -> None:
    """It goes on in the slow lane while its place in the fast lane has a new worker."""
    with opened(release, workers=1, query_seconds=9, slow_lane_after_seconds=0.02) as store:
        answers: list[Answer] = []
        pids = workers_of(store)
        thread = run(lambda: answers.append(ask(store, SLOW)))
        assert eventually(lambda: stat_of(pids[0])[16] == "10")
        assert ask(store, SMALL).form == "solutions"
        thread.join()
        found = json.loads(answers[0].body)["results"]["bindings"][0]["n"]["value"]
        assert found == str(TRIPLES**2)
        assert eventually(lambda: is_gone(pids[0]))
        assert len(workers_of(store)) == 1


def test_a_full_slow_lane_refuses(release: Path) -> None:
    """A further slow query is told to come again, and small ones are still answered."""
    limits = {"slow_workers": 1, "query_seconds": 20, "slow_lane_after_seconds": 0.05}
    with opened(release, **limits, retry_after_seconds=7) as few:
        first = run(lambda: fail(few, ENDLESS))
        assert eventually(lambda: few._lanes.slow == 1)
        with pytest.raises(Busy) as caught:
            ask(few, ENDLESS)
        assert caught.value.retry_after == 7
        assert ask(few, SMALL).form == "solutions"
        kill_workers(few)
        first.join()


def test_a_full_fast_lane_refuses_after_a_while(release: Path) -> None:
    """A query that finds no free worker for the time of the queue is told to come again."""
    limits = {"workers": 1, "query_seconds": 20, "slow_lane_after_seconds": 20}
    with opened(release, **limits, queue_seconds=0.1) as single:
        first = run(lambda: fail(single, ENDLESS))
        assert eventually(lambda: busy_seconds(workers_of(single)) > 0.02)
        started = time.monotonic()
        with pytest.raises(Busy):
            ask(single, SMALL)
        assert 0.1 <= time.monotonic() - started < 1
        kill_workers(single)
        first.join()


PATHOLOGICAL = [ENDLESS, SORT, PATHS, REGEX, CONCAT, CRASH, OPTIONALS, LISTS]


def test_eight_pathological_clients_disturb_no_small_one(release: Path) -> None:
    """Every small query is answered; afterwards nothing is more than before."""
    with opened(release, workers=9, slow_workers=4, query_seconds=1) as store:
        ask(store, SMALL)
        files = count_files()
        stop = time.monotonic() + 3
        outcomes: Counter[str] = Counter()

        def bad(text: str) -> None:
            while time.monotonic() < stop:
                try:
                    ask(store, text)
                except Busy:
                    time.sleep(0.1)
                except StoreError as error:
                    outcomes[type(error).__name__] += 1

        threads = [run(lambda text=text: bad(text)) for text in PATHOLOGICAL]  # type: ignore[misc]
        while time.monotonic() < stop:
            assert ask(store, SMALL).form == "solutions"
            time.sleep(0.002)
        for thread in threads:
            thread.join()
        assert {"TimeExceeded", "WorkerLost"} <= set(outcomes)
        assert count_files() == files
        assert eventually(lambda: len(workers_of(store)) == 9)
        assert not [pid for pid in workers_of(store) if stat_of(pid)[0] == "Z"]


def test_workers_have_nothing_to_open_and_little_to_hold(release: Path) -> None:
    """A worker holds its line and no other file, above all no listening socket."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.set_inheritable(True)
        with opened(release) as store:
            ask(store, SMALL)
            for pid in workers_of(store):
                limits = Path(f"/proc/{pid}/limits").read_text()
                lines = {line[:26].strip(): line[26:].split() for line in limits.splitlines()}
                assert lines["Max open files"][:2] == ["0", "0"]
                assert lines["Max core file size"][:2] == ["0", "0"]
                assert int(lines["Max address space"][1]) < 1024 * MIB
            shown = [zygote_of(store)]
            if os.geteuid() == 0:
                shown += workers_of(store)
            inode = os.fstat(listener.fileno()).st_ino
            for pid in shown:
                assert f"socket:[{inode}]" not in find_links(pid)
                # A zygote that is forking holds the line of its child for a moment.
                assert eventually(partial(has_one_socket, pid))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may see the files of a worker")
def test_workers_give_up_the_line_of_the_zygote_whatever_its_number(release: Path) -> None:
    """A front end with many open files gives its zygote a high number; no worker keeps it."""
    with ExitStack() as many:
        for _ in range(150):
            many.enter_context(Path(os.devnull).open())
        with opened(release) as store:
            ask(store, SMALL)
            for pid in workers_of(store):
                assert eventually(partial(has_one_socket, pid))


def test_processes_keep_within_a_stated_budget(store: EmbeddedStore) -> None:
    """Each process may hold the data and its limit, and there are only so many."""
    budget = store.memory_budget_bytes
    assert 2 * 256 * MIB + 2 * 512 * MIB < budget < 4096 * MIB


def test_closing_lets_queries_finish(release: Path) -> None:
    """A running query gets its answer; a later one is told that the store is closed."""
    with opened(release, query_seconds=9, close_seconds=9) as store:
        answers: list[Answer] = []
        thread = run(lambda: answers.append(ask(store, SLOW)))
        assert eventually(lambda: store._lanes.running == 1)
        store.close()
        thread.join()
        assert answers
        with pytest.raises(Closed):
            ask(store, SMALL)


def test_closing_waits_no_longer_than_its_limit(release: Path) -> None:
    """What still runs then is ended, and its client is told."""
    with opened(release, query_seconds=9, close_seconds=0.3) as store:
        caught: list[type[StoreError]] = []
        thread = run(lambda: caught.append(fail(store, ENDLESS)))
        assert eventually(lambda: store._lanes.running == 1)
        started = time.monotonic()
        store.close()
        assert time.monotonic() - started < 2
        thread.join(2)
        assert caught == [WorkerLost]


def test_nothing_is_left_after_closing(release: Path) -> None:
    """No process and no file is left, however the queries ended."""
    files = count_files()
    children = children_of(os.getpid())
    with opened(release, query_seconds=0.1) as store:
        for text in (SMALL, CRASH, ENDLESS, "nonsense"):
            with suppress(StoreError):
                ask(store, text)
        pids = [zygote_of(store), *workers_of(store)]
    assert all(is_gone(pid) for pid in pids)
    assert children_of(os.getpid()) == children
    assert count_files() == files


PARENT = """
import sys, threading
from pathlib import Path
from server.settings import Settings
from server.engine.store import Dataset, EmbeddedStore
from server.formats import BY_NAME
store = EmbeddedStore(Path(sys.argv[1]), Settings(workers=2, query_seconds=60))
formats = dict(solutions=BY_NAME["json"], boolean=BY_NAME["json"], graph=BY_NAME["ttl"])
def ask():
    store.query(sys.argv[2], base="http://e/", dataset=Dataset(), formats=formats)
threading.Thread(target=ask, daemon=True).start()
print(store._nursery._process.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped"])
def test_all_processes_end_with_their_parent(release: Path, how: signal.Signals) -> None:
    """A parent that is killed, or its zygote, leaves no process, one in mid-query neither."""
    root = Path(__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(release), ENDLESS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *sys.path])},
        text=True,
    ) as parent:
        assert parent.stdout
        zygote = int(parent.stdout.readline())
        assert eventually(lambda: len(children_of(zygote)) >= 2)
        assert eventually(lambda: busy_seconds(children_of(zygote)) > 0.05)
        pids = [zygote, *children_of(zygote)]
        if how is signal.SIGSTOP:
            os.kill(zygote, signal.SIGKILL)
            pids = pids[1:]
        else:
            parent.kill()
        assert eventually(lambda: all(is_gone(pid) for pid in pids))
        parent.kill()


def test_a_worker_ends_itself_when_its_front_end_sleeps(release: Path) -> None:
    """A second clock, in the worker, holds when the front end cannot end it."""
    with opened(release, workers=1, query_seconds=0.3, slow_lane_after_seconds=9) as store:
        worker = store._lanes._take()
        store._lanes._places.give(None)
        task = Task(ENDLESS, "http://e/", None, None, None, None, None, 0.1, 10, 1000)
        worker.send(task.encode(), 1)
        started = time.monotonic()
        with pytest.raises(BrokenFrameError):
            worker.read(started + 5)
        assert time.monotonic() - started < 2
        assert store._nursery.end(worker) == -signal.SIGALRM


def test_a_worker_that_grew_is_replaced(release: Path) -> None:
    """The memory of a large answer does not stay."""
    with opened(release, workers=1, query_seconds=9, slow_lane_after_seconds=9) as store:
        before = workers_of(store)
        text = "SELECT (STRLEN(?x) AS ?n) { BIND(CONCAT(%s) AS ?x) }"
        ask(store, text % ", ".join([f"'{'x' * 1_000_000}'"] * 30))
        ask(store, SMALL)
        assert workers_of(store) != before


def test_a_system_without_the_means_is_told(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what is missing and what works instead."""
    monkeypatch.delattr(os, "pidfd_open")
    with pytest.raises(StartError, match=r"Linux.*pidfd_open.*--store"):
        EmbeddedStore(release, Settings())


def test_who_waits_longest_is_served_first() -> None:
    """A free place goes to the first in the queue, who waits no longer than told."""
    places = Places(1, lambda: False)
    with pytest.raises(NoPlaceError):
        places.take(0.01)
    places.add(None)
    places.take(0)
    served: list[object] = []
    threads = []
    for number in range(4):
        threads.append(run(lambda n=number: served.append(places.take(5) or n)))  # type: ignore[misc]
        assert eventually(lambda count=number + 1: len(places._waiting) == count)  # type: ignore[misc]
    for number in range(4):
        places.give(None)
        assert eventually(lambda count=number + 1: len(served) == count)  # type: ignore[misc]
    assert served == [0, 1, 2, 3]
    assert not places.is_awaited
    for thread in threads:
        thread.join()


def test_more_places_are_for_those_who_waited() -> None:
    """Beyond the usual number, a place is taken at once under pressure, else after a while."""
    pressed = False
    places = Places(1, lambda: pressed)
    for _ in range(3):
        places.add(None)
    places.take(0)
    started = time.monotonic()
    places.take(5)
    assert PATIENCE_SECONDS <= time.monotonic() - started < 1
    pressed = True
    started = time.monotonic()
    places.take(5)
    assert time.monotonic() - started < PATIENCE_SECONDS / 2
    with pytest.raises(NoPlaceError):
        places.take(0.1)


@pytest.mark.parametrize("size", [0, 20, 100_000])
def test_a_frame_is_read_across_pauses(size: int) -> None:
    """What has come of a frame is kept when time is up, and the rest is read later."""
    mine, theirs = socket.socketpair()
    with mine, theirs:
        reader = FrameReader(mine, size)
        frame = Frame(SOLUTIONS, os.urandom(size), retire=True)
        whole = HEAD.pack(frame.kind, frame.retire, size) + frame.body
        for start, end in ((0, 3), (3, 9), (9, max(9, size // 2)), (max(9, size // 2), None)):
            assert reader.read(time.monotonic() + 0.01) is None
            theirs.sendall(whole[start:end])
        assert reader.read(time.monotonic() + 5) == frame


def test_a_frame_that_is_too_large_is_refused() -> None:
    """A length beyond the limit, or an end before it, is an error."""
    mine, theirs = socket.socketpair()
    with mine:
        with theirs:
            send_frame(theirs, Frame(SOLUTIONS, b"x" * 11))
            with pytest.raises(BrokenFrameError, match="11 bytes"):
                FrameReader(mine, 10).read(time.monotonic() + 1)
        with pytest.raises(BrokenFrameError, match="ended"):
            FrameReader(mine, 10).read(time.monotonic() + 1)
