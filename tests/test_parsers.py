"""The files of a release say the same to parsers of three makers in two languages."""

import json
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from tests.needs import missing, need

JAVASCRIPT = Path(__file__).parent / "js"
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

Term = tuple[str, ...]
Quad = tuple[Term, ...]
Parser = Callable[[Path], frozenset[Quad]]


def iri(value: str) -> Term:
    return ("iri", value)


def literal(value: str, datatype: str, language: str) -> Term:
    return ("literal", value, datatype, language.lower())


def flatten_rdflib(term: object) -> Term:
    match term:
        case rdflib.Literal():
            datatype = LANG_STRING if term.language else str(term.datatype or XSD_STRING)
            return literal(str(term), datatype, term.language or "")
        case rdflib.BNode():
            pytest.fail(f"{term}: a release has no blank node")
        case None | rdflib.graph.DATASET_DEFAULT_GRAPH_ID:
            return ("default",)
    return iri(str(term))


def read_with_rdflib(path: Path) -> frozenset[Quad]:
    formats = {".ttl": "turtle", ".nq": "nquads", ".jsonld": "json-ld"}
    dataset = rdflib.Dataset()
    dataset.parse(data=path.read_text(encoding="utf-8"), format=formats[path.suffix])
    return frozenset(tuple(map(flatten_rdflib, quad)) for quad in dataset.quads())


def flatten_pyoxigraph(term: object) -> Term:
    match term:
        case pyoxigraph.Literal():
            return literal(term.value, term.datatype.value, term.language or "")
        case pyoxigraph.NamedNode():
            return iri(term.value)
        case pyoxigraph.DefaultGraph():
            return ("default",)
    pytest.fail(f"{term}: a release has IRIs and literals only")


def read_with_pyoxigraph(path: Path) -> frozenset[Quad]:
    return frozenset(
        tuple(map(flatten_pyoxigraph, (q.subject, q.predicate, q.object, q.graph_name)))
        for q in pyoxigraph.parse(path=str(path))
    )


def read_with_javascript(path: Path) -> frozenset[Quad]:
    node = need("node", "nodejs")
    if not (JAVASCRIPT / "node_modules" / "n3").is_dir():
        missing("this test needs the packages of tests/js; `make test` installs them")
    done = subprocess.run(
        [node, "parse.mjs", path], cwd=JAVASCRIPT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return frozenset(
        tuple(tuple(term) for term in json.loads(line)) for line in done.stdout.splitlines()
    )


read_once = cache(lambda parser, path: parser(path))

PARSERS = {"rdflib": read_with_rdflib, "javascript": read_with_javascript}


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq", "graph.jsonld"])
@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
def test_another_parser_reads_the_same(release: Path, parser: Parser, name: str) -> None:
    """A file of the release gives each parser the same quads."""
    expected = read_once(read_with_pyoxigraph, release / name)

    found = read_once(parser, release / name)

    assert len(expected) > 1000
    assert list(shorten(expected ^ found)) == []


def shorten(quads: frozenset[Quad]) -> Iterator[Quad]:
    """Yield a few of the quads, so that a failure can be read."""
    yield from sorted(quads)[:10]


def test_jsonld_is_the_dataset_of_nquads(release: Path) -> None:
    """graph.jsonld has the quads of graph.nq, each in its named graph."""
    nquads = read_once(read_with_pyoxigraph, release / "graph.nq")

    assert nquads == read_once(read_with_pyoxigraph, release / "graph.jsonld")
    assert ("default",) not in {quad[3] for quad in nquads}


def test_turtle_is_the_union_of_the_dataset(release: Path) -> None:
    """graph.ttl has the triples of all named graphs of graph.nq."""
    nquads = read_once(read_with_pyoxigraph, release / "graph.nq")
    turtle = read_once(read_with_pyoxigraph, release / "graph.ttl")

    assert {quad[:3] for quad in nquads} == {quad[:3] for quad in turtle}
