"""The same pages and answers on an engine of others: a real Apache Jena Fuseki."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from graph.questions import Question
from server.releases.graphs import read_value
from tests.fuseki import fetch_jar, running_fuseki
from tests.http_fixtures import ask
from tests.served import Served, serving
from tests.test_questions import BASE, QUESTIONS, compare

OPTIONS = ("--store-timeout", "timeout={seconds}", "--limit", "query_seconds=5")


@pytest.fixture(scope="module")
def server(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("fuseki")
    jar = fetch_jar(folder)
    with (
        running_fuseki(jar, release, folder / "fuseki.log") as url,
        serving(release, folder / "log", "--store", url, *OPTIONS) as served,
    ):
        yield served


def ask_rows(server: Served, question: Question) -> list[tuple[str, ...]]:
    """Return the answer to a question as rows of text."""
    kinds = "application/sparql-results+json, application/n-triples;q=0.9"
    headers = {"Content-Type": "application/sparql-query", "Accept": kinds}
    text = question.with_base(BASE).encode()
    found = ask(server.port, "POST", "/sparql", headers, text)
    assert found.status == 200, found.body.decode()
    if "n-triples" in found.headers["content-type"]:
        quads = parse(found.body, format=RdfFormat.N_TRIPLES)
        return [tuple(map(read_value, quad.triple)) for quad in quads]
    said = json.loads(found.body)
    if "boolean" in said:
        return [(str(said["boolean"]).lower(),)]
    names = said["head"]["vars"]
    return [
        tuple(row[name]["value"] if name in row else "" for name in names)
        for row in said["results"]["bindings"]
    ]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.key)
def test_question_has_its_answer(server: Served, question: Question) -> None:
    """The engine answers as stored, through our endpoint."""
    compare(question, ask_rows(server, question))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/party/FRA.html", "text/html"),
        ("/party/FRA.ttl", "text/turtle"),
        ("/statement/history-s3-01.jsonld", "application/ld+json"),
        ("/graph/article.nt", "application/n-triples"),
        ("/sparql", "text/turtle"),
        ("/dumps/latest/graph.nt", "application/n-triples"),
    ],
)
def test_page_and_document_are_there(server: Served, path: str, kind: str) -> None:
    """Pages, descriptions, graphs and dumps are answered as from the embedded engine."""
    found = server.ask(path, {"Accept": kind})
    if found.status in (301, 302, 303, 307):
        found = server.ask(found.headers["location"].removeprefix(server.address))
    assert (found.status, found.headers["content-type"].partition(";")[0]) == (200, kind)
    assert found.body


def test_health_says_what_rests_on_the_engine(server: Served) -> None:
    """The promises that this server cannot keep alone are listed."""
    engine = server.check_health()["engine"]

    assert engine["kind"] == "remote"
    assert any("SERVICE" in promise for promise in engine["promises"])
    page = server.ask("/about").body.decode()
    assert all(promise in page for promise in engine["promises"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("SELECT * { ?s ?p }", 400),
        ("INSERT DATA { <a:a> <a:b> 1 }", 403),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?h) }", 504),
    ],
)
def test_a_failure_of_the_engine_is_mapped(server: Served, text: str, status: int) -> None:
    """A syntax error and a time limit there are what they are here."""
    found = server.post(text)

    assert found.status == status, found.body
    assert json.loads(found.body)["status"] == status
