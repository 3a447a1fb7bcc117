"""One measured step in a process of its own: ``python -m tests.bench.steps STEP PATH …``.

Prints one JSON object. ``seconds`` is the wall time of the step without the start of the
interpreter; ``processor`` is what the whole process had of a processor, which another load of the
machine changes less; ``megabytes`` is its highest resident set.
"""

import json
import resource
import statistics
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

Result = dict[str, Any]
REPEATS = 15


def build(paths: list[Path]) -> Result:
    """Build, validate and write each sources folder to a release in the folder of the last path."""
    from graph.build import build as build_treaty
    from graph.release import write_release

    *sources, out = paths
    triples = 0
    for folder in sources:
        built = build_treaty(folder)
        write_release(built, out / folder.name)
        triples += sum(len(graph) for graph in built.dataset.values())
    return {"triples": triples}


def validate(paths: list[Path]) -> Result:
    """Read each release and validate it again, with the shapes that it holds."""
    from rdflib import Graph

    from graph.validate import validate as validate_graph

    triples = 0
    for release in paths:
        graph = Graph().parse(release / "graph.nt")
        validate_graph(graph, Graph().parse(release / "shapes.ttl"))
        triples += len(graph)
    return {"triples": triples}


def load(paths: list[Path]) -> Result:
    """Load one N-Quads file as the server does."""
    from server.engine.data import load_data

    (path,) = paths
    return {"triples": len(load_data(str(path)).merged)}


def query(paths: list[Path]) -> Result:
    """Ask the ten questions of the treaty whose sources folder is the first path."""
    from server.engine.data import load_data
    from tests.bench.queries import QUERIES, write_query

    sources, path = paths
    data = load_data(str(path))
    treaty = tomllib.loads((sources / "treaty.toml").read_text(encoding="utf-8"))
    instrument = treaty["dataset"]["base"] + treaty["instrument"]["iri"]
    questions = {}
    for name, question in QUERIES.items():
        text, rows, times = write_query(question, instrument), 0, []
        for _ in range(REPEATS):
            start = time.perf_counter()
            answer: Any = data.find(text, instrument).store.query(text)
            rows = sum(1 for _ in answer)
            times.append(time.perf_counter() - start)
        questions[name] = {"rows": rows, "milliseconds": 1000 * statistics.median(times)}
    return {"questions": questions, "triples": len(data.merged)}


STEPS: dict[str, Callable[[list[Path]], Result]] = {
    "build": build,
    "validate": validate,
    "load": load,
    "query": query,
}


def main(arguments: list[str]) -> None:
    """Run one step and print what it took."""
    name, *paths = arguments
    start = time.perf_counter()
    result = STEPS[name](list(map(Path, paths)))
    result["seconds"] = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_SELF)
    result["processor"] = usage.ru_utime + usage.ru_stime
    result["megabytes"] = usage.ru_maxrss / 1024
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1:])
