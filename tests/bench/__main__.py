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
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        results = {"real sources": measure([REAL], scratch / "real")}
        for size in sizes:
            sources = write_corpus(scratch / f"sources-{size}", size)
            results[name_corpus(size)] = measure(sources, scratch / f"releases-{size}")
            print_progress("")
    print_tables(results)
    if len(sizes) > 1:
        print_ratios(results, min(sizes), max(sizes))


def name_corpus(size: int) -> str:
    """Return the name of a corpus in the tables."""
    return f"{size} treaties"


def measure(sources: list[Path], out: Path) -> dict[str, Result]:
    """Return what each step takes on some sources folders, each step in a fresh process."""
    out.mkdir()
    releases = [out / folder.name for folder in sources]
    return {
        "assemble": run("assemble", *sources),
        "build": run("build", *sources, out),
        "validate": run("validate", *releases),
        "load": run("load", *releases),
        "query": run("query", sources[0], *releases),
    }


def run(step: str, *paths: Path) -> Result:
    """Run one step in a process of its own."""
    print_progress(f"{step}: {len(paths)} folders")
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


def print_tables(results: dict[str, dict[str, Result]]) -> None:
    """Print time and memory of each step, then the ten questions."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("rdflib", "pyshacl", "pyoxigraph"))
    print(f"Python {platform.python_version()}, {libraries}; {os.cpu_count()} cores.")
    print("Each step ran in a process of its own; memory is its highest resident set.")
    print("Assemble makes the graphs; build assembles, validates and writes the release;")
    print("validate reads a release and checks it again; load fills one store in memory.")
    print(f"An invented treaty has {PARTIES} Parties.")
    print("\n| sources | step | time | memory | triples |")
    print("|---|---|---:|---:|---:|")
    for name, steps in results.items():
        for step, result in steps.items():
            seconds, megabytes = f"{result['seconds']:.2f} s", f"{result['megabytes']:.0f} MB"
            print(f"| {name} | {step} | {seconds} | {megabytes} | {result['triples']:,} |")
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
        times = [results[name_corpus(size)][step]["seconds"] for size in (large, small)]
        print(f"time({large}) / time({small}) of {step}: {times[0] / times[1]:.1f}")


if __name__ == "__main__":
    main()
