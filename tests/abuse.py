"""Eight clients that do their worst, beside one that asks small questions."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.served import Served, count_bytes, count_files, eventually, family_of, serving

SECONDS = 9.0
LIMITS = {
    "query_seconds": 3,
    "worker_memory_bytes": 200_000_000,
    "fast_memory_bytes": 100_000_000,
    "retry_after_seconds": 1,
    # All clients of this test have one address.
    "requests_per_client": 20,
    "workers": 9,
    "slow_workers": 4,
}
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
STEPS = " ".join(f"BIND(CONCAT({', '.join([f'?x{i}'] * 20)}) AS ?x{i + 1})" for i in range(5))
WORST = {
    "cross product": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
    "sorted": f"SELECT * {{ {CROSS} }} ORDER BY ?a ?f ?i",
    "paths": "SELECT (COUNT(*) AS ?n) { ?a (<urn:p>|!<urn:q>)*/(^<urn:r>|!<urn:x>)* ?b }",
    "regex": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} FILTER REGEX(STR(?c), CONCAT(STR(?f), '.*z')) }}",
    "concat": f"SELECT (STRLEN(?x5) AS ?n) {{ BIND('{'x' * 1000}' AS ?x0) {STEPS} }}",
    "distinct": f"SELECT DISTINCT * {{ {CROSS} }}",
    "crash": "SELECT * " + "{" * 2300 + "}" * 2300,
    "optionals": "SELECT * { ?s ?p ?o "
    + " ".join(f"OPTIONAL {{ ?s ?p{i} ?o{i} }}" for i in range(200))
    + " }",
}
SMALL = (
    "/party/FRA.ttl",
    "/sparql?query=ASK%20%7B%7D%23",
    "/sparql?query=SELECT%20%2A%20%7B%20%3Chttps%3A%2F%2Fw3id.org%2Fcdce%2Fparty%2FFRA%3E%20%3Fp%20%3Fo%20%7D%23",
)


@dataclass(frozen=True)
class Abused:
    """Hold what came of it: the small questions, the worst, and what the server held.

    ``before`` and ``after`` are processes, files of the front end and bytes of memory.
    """

    seconds: list[float]
    statuses: Counter[int]
    found: Counter[tuple[str, int]]
    before: tuple[int, int, int]
    peak_bytes: int
    is_over: bool
    after: tuple[int, int, int]

    @property
    def p99(self) -> float:
        """Return the 99th percentile of the small questions in seconds."""
        return sorted(self.seconds)[int(len(self.seconds) * 0.99)]


def run_abuse(release: Path, log: Path) -> Abused:
    """Serve a release to eight clients at their worst and one with small questions."""
    limits = [part for name, value in LIMITS.items() for part in ("--limit", f"{name}={value}")]
    with serving(release, log, *limits) as served:
        ask_small(served, 1.0, "warm")
        before = measure(served)
        until = time.monotonic() + SECONDS
        found: Counter[tuple[str, int]] = Counter()
        threads = [
            threading.Thread(target=abuse, args=[served, name, text, until, found])
            for name, text in WORST.items()
        ]
        for thread in threads:
            thread.start()
        seconds, statuses = ask_small(served, SECONDS, "beside")
        peak = count_bytes(family_of(served.process.pid))
        for thread in threads:
            thread.join()
        is_over = eventually(lambda: is_as_before(served, before), 8)
        return Abused(seconds, statuses, found, before, peak, is_over, measure(served))


def abuse(
    served: Served, name: str, text: str, until: float, found: Counter[tuple[str, int]]
) -> None:
    number = 0
    while time.monotonic() < until:
        number += 1
        found[name, served.post(f"{text}#{number}").status] += 1
        time.sleep(0.05)


def ask_small(served: Served, seconds: float, word: str) -> tuple[list[float], Counter[int]]:
    """Ask small questions one after another; return their times and statuses."""
    times: list[float] = []
    statuses: Counter[int] = Counter()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for path in SMALL:
            asked = f"{path}{word}{len(times)}" if path.endswith("%23") else path
            start = time.monotonic()
            statuses[served.ask(asked).status] += 1
            times.append(time.monotonic() - start)
    return times, statuses


def measure(served: Served) -> tuple[int, int, int]:
    """Return the processes of a server, the files its front end holds, and its memory in bytes."""
    pids = family_of(served.process.pid)
    return len(pids), count_files(served.process.pid), count_bytes(pids)


def is_as_before(served: Served, before: tuple[int, int, int]) -> bool:
    now = measure(served)
    # Workers that were idle have now answered: each has touched some pages of its own.
    return now[0] <= before[0] and now[1] <= before[1] and now[2] < before[2] + 60_000_000
