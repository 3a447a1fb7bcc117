"""Measure servers side by side over HTTP on this machine, and print Markdown.

``python -m tests.bench.server [--sizes N …] [--seconds S]``. Servers that are not installed are
left out and named. Needs wrk. Each question is asked with 400 different constants; ours runs
without its cache, which is measured apart.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tests.abuse import run_abuse
from tests.bench.peers import PEERS, run_ours
from tests.bench.server_data import QUESTIONS, count_treaties, vary, write_data
from tests.served import CDCE, ENV

CONNECTIONS = 8
# Engines that compile as they run need it.
WARM_SECONDS = 1
ACCEPT = "application/sparql-results+json, text/turtle;q=0.9"
SCRIPT = """
local paths = {{ {paths} }}
local i = 0
wrk.headers["Accept"] = "{accept}"
request = function()
  i = i % #paths + 1
  return wrk.format("GET", paths[i])
end
"""
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60000.0}


@dataclass(frozen=True)
class Speed:
    """Hold requests a second, the median and 99th percentile in milliseconds, and failures."""

    rate: float
    p50: float
    p99: float
    failed: int

    def __str__(self) -> str:
        if not self.rate:
            return "none"
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{self.rate:,.0f} · {self.p50:,.1f} · {self.p99:,.0f}{failed}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.server", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[3000, 20_000, 200_000])
    parser.add_argument("--seconds", type=int, default=3, help="of each measurement")
    parser.add_argument("--servers", nargs="*", default=list(PEERS), choices=list(PEERS))
    options = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("this benchmark needs wrk (system package wrk)")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()};")
    print(f"wrk -t1 -c{CONNECTIONS} -d{options.seconds}s on the same cores. ", end="")
    print("Requests a second · p50 ms · p99 ms.")
    print(f"Load of the machine at the start: {os.getloadavg()[0]:.1f}.")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            compare(Path(folder) / str(size), size, options.servers, options.seconds)
        measure_abuse(Path(folder))


def compare(scratch: Path, size: int, servers: list[str], seconds: int) -> None:
    """Measure every server on data of one size."""
    triples = write_data(scratch / "data", size)
    treaties = count_treaties(size)
    columns: dict[str, dict[str, Speed]] = {}
    sizes: dict[str, dict[str, int]] = {}
    for name in servers:
        place = scratch / name.replace(" ", "-")
        place.mkdir()
        print_progress(f"{triples:,} triples: {name}")
        try:
            with PEERS[name](scratch / "data", place) as address:
                columns[name] = measure_all(address, treaties, seconds)
                sizes[name] = {q: count_rows(address, q, treaties) for q in QUESTIONS}
                if name == "ours":
                    paths = [f"/party/{n}.ttl" for n in range(150)]
                    site = address.removesuffix("/sparql")
                    columns[name]["resolving"] = run_wrk(site, paths, seconds)
        except (LookupError, RuntimeError, subprocess.SubprocessError) as error:
            print(f"\n{name} is left out: {error}", file=sys.stderr)
    if "ours" in columns:
        place = scratch / "cached"
        place.mkdir()
        with run_ours(scratch / "data", place, cached=True) as address:
            columns["ours, cached"] = measure_all(address, treaties, seconds)
    print_table(triples, columns)
    print_differences(sizes)


def measure_abuse(scratch: Path) -> None:
    """Print how small questions fare beside eight clients at their worst, on the own sources."""
    print_progress("abuse")
    build = [*CDCE, "build", "--out", str(scratch / "release")]
    subprocess.run(build, check=True, capture_output=True, env=dict(ENV))
    abused = run_abuse(scratch / "release", scratch / "log")
    p50 = sorted(abused.seconds)[len(abused.seconds) // 2]
    print(f"\n### Beside eight clients at their worst (load {os.getloadavg()[0]:.1f})\n")
    print(f"{len(abused.seconds)} small questions, statuses {dict(abused.statuses)}:")
    print(f"p50 {p50 * 1000:.0f} ms, p99 {abused.p99 * 1000:.0f} ms (goal: 250 ms).")
    print(f"Memory: {abused.before[2] / 1e6:.0f} MB before, {abused.peak_bytes / 1e6:.0f} MB at")
    print(f"the end of the abuse, {abused.after[2] / 1e6:.0f} MB after.")


def measure_all(address: str, treaties: int, seconds: int) -> dict[str, Speed]:
    """Return the speed of each question at an endpoint."""
    found = {}
    for name, text in QUESTIONS.items():
        paths = [f"?query={quote(each)}" for each in vary(text, treaties)]
        run_wrk(address, paths, WARM_SECONDS)
        found[name] = run_wrk(address, paths, seconds)
    return found


def run_wrk(address: str, paths: list[str], seconds: int) -> Speed:
    """Ask paths one after another on some connections for some seconds."""
    match = re.fullmatch(r"(http://[^/]+)(.*)", address)
    assert match
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        listed = ", ".join(f'"{match[2]}{path}"' for path in paths)
        script.write(SCRIPT.format(paths=listed, accept=ACCEPT))
        script.flush()
        options = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "--timeout", "20s"]
        done = subprocess.run(
            ["wrk", *options, "-s", script.name, match[1]], capture_output=True, text=True
        )
    return read_wrk(done.stdout)


def read_wrk(text: str) -> Speed:
    """Return what wrk found."""

    def read(pattern: str) -> float:
        found = re.search(pattern, text)
        return float(found[1]) * (UNITS[found[2]] if found.re.groups > 1 else 1) if found else 0.0

    return Speed(
        rate=read(r"Requests/sec:\s+([\d.]+)"),
        p50=read(r"50%\s+([\d.]+)(us|ms|s|m)\b"),
        p99=read(r"99%\s+([\d.]+)(us|ms|s|m)\b"),
        failed=int(read(r"Non-2xx or 3xx responses: (\d+)")),
    )


def count_rows(address: str, name: str, treaties: int) -> int:
    """Return how many lines answer a question; a status below 0, or 0 where no answer comes."""
    text = vary(QUESTIONS[name], treaties)[1]
    accept = "text/csv, application/n-triples;q=0.9"
    request = urllib.request.Request(f"{address}?query={quote(text)}", headers={"Accept": accept})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return len([line for line in answer.read().splitlines() if line.strip()])
    except urllib.error.HTTPError as error:
        return -error.code
    except OSError:
        return 0


def print_table(triples: int, columns: dict[str, dict[str, Speed]]) -> None:
    """Print one table; the best of each row, the cache apart, is in bold."""
    print(f"\n### {triples:,} triples (load {os.getloadavg()[0]:.1f})\n")
    print(f"| question | {' | '.join(columns)} |")
    print(f"| --- |{' ---: |' * len(columns)}")
    for question in [*QUESTIONS, "resolving"]:
        rates = {n: c[question].rate for n, c in columns.items() if question in c}
        best = max((rate for n, rate in rates.items() if n != "ours, cached"), default=0.0)
        cells = []
        for name, column in columns.items():
            cell = str(column[question]) if question in column else ""
            is_best = cell and rates[name] == best
            cells.append(f"**{cell}**" if is_best else cell)
        print(f"| {question} | {' | '.join(cells)} |", flush=True)


def print_differences(sizes: dict[str, dict[str, int]]) -> None:
    """Say where servers do not give the same number of rows."""
    for question in QUESTIONS:
        found = {name: counts[question] for name, counts in sizes.items()}
        if len(set(found.values())) > 1:
            print(f"\n{question}: lines of the answer differ: {found}")


def print_progress(message: str) -> None:
    """Show what is under way."""
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
