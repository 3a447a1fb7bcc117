"""One measured step in a process of its own: ``python -m tests.bench.steps STEP PATH …``.

Prints one JSON object. ``seconds`` is the wall time of the step without the start of the
interpreter, ``megabytes`` the highest resident set of the whole process.
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


def assemble(paths: list[Path]) -> Result:
    """Make the named graphs of each sources folder, not validated and not written."""
    from graph.build import assemble as assemble_treaty

    return {"triples": sum(len(g) for path in paths for g in assemble_treaty(path)[1].values())}


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
    """Load every release into one store in memory."""
    return {"triples": len(read_store(paths))}


def query(paths: list[Path]) -> Result:
    """Ask the ten questions of the treaty whose sources folder is the first path."""
    from tests.bench.queries import QUERIES, write_query

    sources, *releases = paths
    store = read_store(releases)
    treaty = tomllib.loads((sources / "treaty.toml").read_text(encoding="utf-8"))
    instrument = treaty["dataset"]["base"] + treaty["instrument"]["iri"]
    questions = {}
    for name, text in QUERIES.items():
        rows, times = 0, []
        for _ in range(REPEATS):
            start = time.perf_counter()
            answer = store.query(write_query(text, instrument), use_default_graph_as_union=True)
            rows = sum(1 for _ in answer)
            times.append(time.perf_counter() - start)
        questions[name] = {"rows": rows, "milliseconds": 1000 * statistics.median(times)}
    return {"questions": questions, "triples": len(store)}


def read_store(releases: list[Path]) -> Any:
    """Return a store in memory with the named graphs of every release."""
    from pyoxigraph import RdfFormat, Store

    store = Store()
    for release in releases:
        store.bulk_load(path=str(release / "graph.nq"), format=RdfFormat.N_QUADS)
    return store


STEPS: dict[str, Callable[[list[Path]], Result]] = {
    "assemble": assemble,
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
    result["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1:])
