"""Clients that people use get their answers: SPARQLWrapper, rdflib, curl and Comunica."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.http_fixtures import BASE, ask, write_release
from tests.local_release import Place
from tests.needs import missing, need
from tests.served import Served, serving

FRANCE = f"{BASE}party/FRA"
LABELS = f"SELECT ?label {{ <{FRANCE}> <http://www.w3.org/2004/02/skos/core#prefLabel> ?label }}"
COMUNICA = Path(__file__).parent / "comunica" / "node_modules" / "@comunica"
TRAVERSAL = Path(__file__).parent / "traversal" / "node_modules" / "@comunica"
CONFIG = "config-query-sparql-link-traversal/config/config-follow-match-query.json"
# From a Party to the instrument, to the body that adopted it, to what that body is part of.
WALK = """
PREFIX cdce: <https://w3id.org/cdce/ontology#>
SELECT ?title ?name WHERE {{
  <{party}> cdce:isPartyTo ?instrument .
  ?instrument <http://purl.org/dc/terms/title> ?title ; cdce:adoptedBy ?body .
  ?body <http://www.w3.org/ns/org#subOrganizationOf> ?whole .
  ?whole <http://www.w3.org/2004/02/skos/core#altLabel> ?name }}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("clients")
    with serving(write_release(folder / "release"), folder / "log") as served:
        yield served


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.filterwarnings("ignore:.*Accept header:RuntimeWarning")
def test_sparqlwrapper(server: Served, method: str) -> None:
    """Tables in JSON, XML and CSV, ASK, and graphs, by GET and POST."""

    def fetch(text: str, kind: str) -> Any:
        client = SPARQLWrapper(f"{server.address}/sparql")
        client.setMethod(method)
        client.setQuery(text)
        client.setReturnFormat(kind)
        return client.query().convert()

    rows = fetch(LABELS, JSON)["results"]["bindings"]
    assert {row["label"]["value"] for row in rows} == {"France", "Frankreich"}
    assert len(fetch(LABELS, XML).getElementsByTagName("result")) == 2
    assert fetch(LABELS, CSV).splitlines()[0] == b"label"
    assert fetch(f"ASK {{ <{FRANCE}> ?p ?o }}", JSON)["boolean"] is True
    described = fetch(f"DESCRIBE <{FRANCE}>", TURTLE)
    assert len(Graph().parse(data=described, format="turtle")) > 3
    with pytest.raises(QueryBadFormed, match="line"):
        fetch("SELECT * { ?s ?p }", JSON)


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_store(server: Served, method: str) -> None:
    """A graph of rdflib reads from the endpoint: patterns, tables and constructed graphs."""
    store = SPARQLStore(f"{server.address}/sparql", method=method, returnFormat="json")
    graph = Graph(store)
    assert {str(row[0]) for row in graph.query(LABELS)} == {"France", "Frankreich"}  # type: ignore[index]
    assert len(list(graph.predicate_objects(URIRef(FRANCE)))) > 3
    found = Graph(SPARQLStore(f"{server.address}/sparql", method=method)).query(
        f"CONSTRUCT {{ ?s ?p ?o }} {{ VALUES ?s {{ <{FRANCE}> }} ?s ?p ?o }}"
    )
    assert found.graph is not None
    assert len(found.graph) > 3


def test_rdflib_reads_things_and_dumps(server: Served) -> None:
    """A thing is followed to its description by negotiation, and a dump is read."""
    assert len(Graph().parse(f"{server.address}/party/FRA")) > 3
    assert len(Dataset().parse(f"{server.address}/dumps/latest/graph.nq", format="nquads")) > 100


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (["-G", "--data-urlencode", f"query={LABELS}"], '{"head"'),
        (["--data-urlencode", f"query={LABELS}", "-H", "Accept: text/csv"], "label\r\n"),
        (["-H", "Content-Type: application/sparql-query", "--data-binary", LABELS], '{"head"'),
        (
            ["-X", "QUERY", "-H", "Content-Type: application/sparql-query", "-d", LABELS],
            '{"head"',
        ),
        (["--compressed", "-G", "--data-urlencode", f"query={LABELS}"], '{"head"'),
        (["--http1.0", "-G", "--data-urlencode", f"query={LABELS}"], '{"head"'),
    ],
)
def test_curl(server: Served, options: list[str], start: str) -> None:
    """Each way of asking works as the documentation says."""
    curl = need("curl", "curl")
    command = [curl, "-sS", "--fail", "--max-time", "20", *options, f"{server.address}/sparql"]
    done = subprocess.run(command, capture_output=True)

    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().startswith(start)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sparql", "file"])
def test_comunica(server: Served, kind: str) -> None:
    """An engine in JavaScript asks the endpoint, and reads a description as a source."""
    node = need("node", "nodejs")
    program = COMUNICA / "query-sparql" / "bin" / "query.js"
    if not program.exists():
        missing("this test needs Comunica (run npm ci in tests/comunica)")
    path = "/sparql" if kind == "sparql" else "/party/FRA.ttl"
    source = f"{kind}@{server.address}{path}"
    command = [node, str(program), source, "-q", LABELS, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["results"]["bindings"]
    assert {row["label"]["value"] for row in found} == {"France", "Frankreich"}


@pytest.mark.slow
def test_comunica_follows_links(place: Place) -> None:
    """From the IRI of one Party alone, an engine walks from thing to thing to the answer."""
    node = need("node", "nodejs")
    program = TRAVERSAL / "query-sparql-link-traversal" / "bin" / "query-dynamic.js"
    if not program.exists():
        missing("this test needs Comunica (run npm ci in tests/traversal)")
    name = "United Nations Educational, Scientific and Cultural Organization"
    for near in ("/party/FRA.nt", "/convention/2005.nt"):
        assert name.encode() not in ask(place.port, "GET", near).body
    party = f"{place.base}party/FRA"
    command = [node, str(program), party, "-q", WALK.format(party=party)]
    command += ["-t", "application/sparql-results+json"]
    environment = os.environ | {"COMUNICA_CONFIG": str(TRAVERSAL / CONFIG)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["results"]["bindings"]
    title = "Convention on the Protection and Promotion of the Diversity of Cultural Expressions"
    assert [(row["title"]["value"], row["name"]["value"]) for row in found] == [(title, name)]
