"""Measure the real sources and invented ones, and print what was found as Markdown.

``python -m tests.bench [--sizes N …]``: the sizes are numbers of invented treaties.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.corpus import PARTIES, write_corpus

ROOT = Path(__file__).parents[2]
REAL = ROOT / "graph" / "sources" / "convention-2005"
Result = dict[str, Any]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="*",
        default=[10, 100],
        metavar="N",
        help="numbers of invented treaties (default: 10 100)",
    )
    sizes = parser.parse_args().sizes
    print_head()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        results = {"real sources": measure("real sources", [REAL], scratch / "real")}
        for size in sizes:
            name = name_corpus(size)
            sources = write_corpus(scratch / f"sources-{size}", size)
            results[name] = measure(name, sources, scratch / f"releases-{size}")
    print_questions(results)
    if len(sizes) > 1:
        print_ratios(results, min(sizes), max(sizes))


def name_corpus(size: int) -> str:
    """Return the name of a corpus in the tables."""
    return f"{size} treaties"


def measure(name: str, sources: list[Path], out: Path) -> dict[str, Result]:
    """Return what each step takes on some sources folders, and print a row as each ends."""
    out.mkdir()
    releases = [out / folder.name for folder in sources]
    everything = out / "all.nq"
    steps = {
        "build": (*sources, out),
        "validate": releases,
        "load": [everything],
        "query": [sources[0], everything],
    }
    results = {}
    for step, paths in steps.items():
        print_progress(f"{name}: {step}")
        result = results[step] = run(step, *paths)
        print_progress("")
        times = f"{result['seconds']:.2f} s | {result['processor']:.2f} s"
        memory = f"{result['megabytes']:.0f} MB"
        print(f"| {name} | {step} | {times} | {memory} | {result['triples']:,} |", flush=True)
        if step == "build":
            join_releases(releases, everything)
    return results


def join_releases(releases: list[Path], path: Path) -> None:
    """Write the N-Quads of all releases to one file."""
    with path.open("wb") as file:
        for release in releases:
            file.write((release / "graph.nq").read_bytes())


def run(step: str, *paths: Path) -> Result:
    """Run one step in a process of its own."""
    command = (sys.executable, "-m", "tests.bench.steps", step, *map(str, paths))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{step} failed:\n{done.stderr}")
    result: Result = json.loads(done.stdout)
    return result


def print_progress(message: str) -> None:
    """Show what is under way on a terminal."""
    if sys.stderr.isatty():
        print(f"\r\033[K{message}", end="", file=sys.stderr, flush=True)


def print_head() -> None:
    """Print what the numbers mean, and the head of the table of steps."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("rdflib", "pyshacl", "pyoxigraph"))
    print(f"Python {platform.python_version()}, {libraries}; {os.cpu_count()} cores.")
    print("Each step ran in a process of its own; memory is its highest resident set.")
    print("Build makes the graphs, validates them and writes the release; validate reads a release")
    print("and checks it again; load and query put all releases into memory as the server does.")
    print(f"An invented treaty has {PARTIES} Parties.")
    print("\n| sources | step | time | processor | memory | triples |")
    print("|---|---|---:|---:|---:|---:|", flush=True)


def print_questions(results: dict[str, dict[str, Result]]) -> None:
    """Print how long each of the ten questions takes."""
    print("\nMedian time of a question on a loaded store, with the number of rows:\n")
    print(f"| question | {' | '.join(results)} |")
    print(f"|---|{'---:|' * len(results)}")
    for question in next(iter(results.values()))["query"]["questions"]:
        cells = (steps["query"]["questions"][question] for steps in results.values())
        shown = (f"{cell['milliseconds']:.2f} ms ({cell['rows']})" for cell in cells)
        print(f"| {question} | {' | '.join(shown)} |")


def print_ratios(results: dict[str, dict[str, Result]], small: int, large: int) -> None:
    """Print how time grows from the smallest to the largest corpus."""
    print()
    for step in ("build", "load"):
        more, less = (results[name_corpus(size)][step] for size in (large, small))
        time, processor = (more[key] / less[key] for key in ("seconds", "processor"))
        print(
            f"time({large}) / time({small}) of {step}: {time:.1f} (of processor: {processor:.1f})"
        )


if __name__ == "__main__":
    main()
