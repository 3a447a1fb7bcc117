"""Every IRI resolves, and its documents say the same in every format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from flask.testing import FlaskClient
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib.compare import isomorphic

from server.formats import BY_NAME
from server.lookup.descriptions import INCOMING_PER_PAGE
from server.lookup.things import find_nearest, find_variant, read_things
from server.releases.graphs import render_graph
from tests.http_fixtures import (
    BASE,
    MANY,
    SITE,
    ask,
    hold_port,
    make_app,
    run_server,
    write_release,
)

READERS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
}
PATHS = (
    "convention/2005",
    "statement/lead-s1-01",
    "passage/lead-s1",
    "party/FRA",
    "participation/FRA",
    "article/4.8",
    "ontology",
    "modality/fact",
    "dataset",
)
CDCE = BASE + "ontology#"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return make_app(write_release(tmp_path_factory.mktemp("resolve") / "r"))[0].test_client()


def read(client: FlaskClient, path: str, suffix: str = "nt") -> set[Triple]:
    reply = client.get(f"/{path}.{suffix}")
    assert reply.status_code == 200, path
    return {quad.triple for quad in parse(reply.data, format=READERS[suffix])}


def read_jsonld(client: FlaskClient, path: str) -> str:
    """Return a JSON-LD document with its context inside."""
    document = json.loads(client.get(f"/{path}.jsonld").data)
    assert document["@context"] == f"{SITE}/context.jsonld"
    context = json.loads(client.get("/context.jsonld").data)
    return json.dumps(document | context)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("path", PATHS)
def test_document_says_the_same_in_every_format(client: FlaskClient, path: str) -> None:
    """All RDF documents on a thing hold one graph, JSON-LD by two processors."""
    triples = read(client, path)
    for suffix in ("ttl", "rdf", "trig"):
        assert triples == read(client, path, suffix), suffix
    text = read_jsonld(client, path)
    found = {quad.triple for quad in parse(text, format=RdfFormat.JSON_LD)}
    assert triples == found
    graph = rdflib.Graph().parse(client.get(f"/{path}.nt").data, format="nt")
    assert isomorphic(graph, rdflib.Graph().parse(data=text, format="json-ld"))


@pytest.mark.parametrize("name", READERS)
def test_line_ends_of_a_text_stay(client: FlaskClient, name: str) -> None:
    """A carriage return comes back from every format, also from that in XML."""
    names = client.application.extensions["cdce"].publication.service.names
    text = Literal("a\r\nb\rc", language="en")
    said = Triple(NamedNode(f"{BASE}a"), NamedNode(f"{BASE}b"), text)
    raw = render_graph([said], BY_NAME[name], names)

    assert [quad.triple for quad in parse(raw, format=READERS[name])] == [said]


@pytest.mark.parametrize("path", PATHS)
def test_document_is_the_same_every_time(client: FlaskClient, path: str, tmp_path: Path) -> None:
    """Another server makes the same bytes from the same release."""
    other = make_app(write_release(tmp_path / "r"))[0].test_client()
    for suffix in ("ttl", "nt", "rdf", "trig", "jsonld", "html"):
        address = f"/{path}.{suffix}"
        assert client.get(address).data == other.get(address).data


@pytest.mark.parametrize("path", PATHS)
def test_document_describes_itself(client: FlaskClient, path: str) -> None:
    """Each document names its topic, dataset, licence and date."""
    triples = read(client, path)
    found = {
        (triple.predicate.value.rpartition("/")[2].rpartition("#")[2], str(triple.object))
        for triple in triples
        if triple.subject == NamedNode(f"{SITE}/{path}.html")
    }

    assert ("primaryTopic", f"<{BASE}{path}>") in found
    assert ("inDataset", f"<{BASE}dataset>") in found
    assert ("license", "<https://creativecommons.org/licenses/by-sa/4.0/>") in found
    assert {"modified", "hasFormat"} <= {name for name, _ in found}
    [citation] = [value for name, value in found if name == "bibliographicCitation"]
    if path != "dataset":
        assert "”. In: Tiny Graph, release 1.0.0 (2026-11-24), CC BY-SA 4.0. " in citation
    assert f"{BASE}{path}" in citation


def test_everything_named_has_its_label(client: FlaskClient) -> None:
    """What a document names and the graph labels is labelled in the document."""
    triples = read(client, "statement/lead-s1-01")
    labelled = {
        triple.subject.value  # type: ignore[union-attr]
        for triple in triples
        if triple.predicate.value.endswith("#prefLabel")
    }

    assert {
        f"{BASE}convention/2005",
        f"{BASE}passage/lead-s1",
        f"{BASE}agent/authors",
        f"{CDCE}adoptionDate",
    } <= labelled


@pytest.mark.parametrize("path", ["convention/2005", "passage/lead-s1", "statement/lead-s1-01"])
def test_sentence_stands_behind_the_thing(client: FlaskClient, path: str) -> None:
    """The statements on a thing come with their sentence and their words, in data and pages."""
    texts = {
        triple.object.value
        for triple in read(client, path)
        if triple.predicate.value == CDCE + "plainText" and isinstance(triple.object, Literal)
    }

    assert "adopted on 20 October 2005" in texts
    assert any(text.startswith("It was adopted") for text in texts)
    assert "<mark>adopted on 20 October 2005</mark>" in client.get(f"/{path}.html").text


def test_parts_are_described_with_the_whole(client: FlaskClient) -> None:
    """A document holds the things whose IRI is its own with a fragment."""
    subjects = {str(triple.subject) for triple in read(client, "statement/lead-s1-01")}

    assert f"<{BASE}statement/lead-s1-01#words>" in subjects
    assert f"<{BASE}statement/lead-s1-01#words-quote>" in subjects
    page = client.get("/statement/lead-s1-01.html").text
    assert 'id="words"' in page


def test_pages_hold_everything_once(client: FlaskClient) -> None:
    """All pages together hold what refers to a thing, and each leads to the next."""
    found: list[str] = []
    address: str | None = "/party/FRA.nt"
    while address:
        reply = client.get(address)
        triples = [quad.triple for quad in parse(reply.data, format=RdfFormat.N_TRIPLES)]
        found += [str(t.subject) for t in triples if t.predicate.value.endswith("#related")]
        following = [str(t.object) for t in triples if t.predicate.value.endswith("#seeAlso")]
        pages = [iri for iri in following if "?page=" in iri]
        address = f"/party/FRA.nt?{pages[0].strip('<>').partition('?')[2]}" if pages else None

    assert len(found) == len(set(found)) == MANY
    assert MANY > INCOMING_PER_PAGE


def test_first_page_leads_to_the_second(client: FlaskClient) -> None:
    """A description in pages names the next page, in RDF and in HTML."""
    assert any(
        str(triple.object) == f"<{SITE}/party/FRA.html?page=2>"
        for triple in read(client, "party/FRA")
    )
    assert 'rel="next" href="/party/FRA.html?page=2"' in client.get("/party/FRA.html").text


def test_jsonld_is_plain_for_web_developers(client: FlaskClient) -> None:
    """Dates, links and labels are plain members with short names."""
    document = json.loads(client.get("/convention/2005.jsonld").data)
    node = document["@graph"][0]

    assert node["id"] == f"{BASE}convention/2005"
    assert node["type"] == "Convention"
    assert node["adoptionDate"] == "2005-10-20"
    assert node["prefLabel"] == {"en": "The Convention"}
    parts = {each["id"]: each for each in document["@graph"]}
    assert parts[f"{BASE}participation/FRA"]["instrument"] == f"{BASE}convention/2005"


def test_page_links_to_no_other_host_for_loading(client: FlaskClient) -> None:
    """A page loads nothing from another host."""
    for path in ("/convention/2005.html", "/", "/sparql", "/dumps/"):
        text = client.get(path, headers={"Accept": "text/html"}).text
        loaded = re.findall(
            r'<(?:script|img|link rel="stylesheet")[^>]*(?:src|href)="([^"]*)"', text
        )

        assert loaded
        assert all(address.startswith("/static/") for address in loaded)


def test_site_with_a_path_keeps_it(tmp_path: Path) -> None:
    """Where the site has a path, links of pages and redirects have it too."""
    folder = write_release(tmp_path / "r")
    client = make_app(folder, "https://example.org/graph/")[0].test_client()

    location = client.get("/party/FRA", headers={"Accept": "text/html"}).headers["Location"]
    assert location == "https://example.org/graph/party/FRA.html"
    assert 'href="/graph/static/style.css"' in client.get("/party/FRA.html").text


def test_misses_are_bounded(client: FlaskClient) -> None:
    """A miss names a few things at most, the likest first."""
    service = client.application.extensions["cdce"].publication.service
    things = read_things(service)
    nearest = find_nearest("concept/c12", things)

    assert len(nearest) <= 5
    assert find_nearest("party/FRANCE", things)[0] == "party/FRA"
    assert find_nearest("x" * 10_000, things) == []
    assert find_variant("CONCEPT/C1//", things) == "concept/c1"


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server on a release whose base is its own address."""
    folder = tmp_path_factory.mktemp("crawl")

    with hold_port() as port:
        own = f"http://127.0.0.1:{port}/"
        with run_server(make_app(write_release(folder / "own", base=own), own)[0], port):
            yield port


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_public_client_follows_an_iri(crawled: int) -> None:
    """RDFLib reads a thing by its IRI, and JSON-LD with the context where it is published."""
    address = f"http://127.0.0.1:{crawled}/party/FRA"
    thing = rdflib.Graph().parse(address)
    document = rdflib.Graph().parse(f"{address}.jsonld")

    assert isomorphic(thing, document)
    assert (rdflib.URIRef(address), rdflib.SKOS.prefLabel, rdflib.Literal("France", "en")) in thing


def test_crawl_finds_every_thing(crawled: int) -> None:
    """From the dataset's example every own IRI is reached, by links of documents alone."""
    first = ask(crawled, "GET", "/dataset.nt")
    text = first.body.decode()
    base = re.findall(r'uriSpace> "([^"]+)"', text)[0]
    seen: set[str] = set()
    waiting = {f"{base}dataset", f"{base}party/FRA"}
    while waiting:
        iri = waiting.pop()
        seen.add(iri)
        path = "/" + iri.removeprefix(base)
        thing = ask(crawled, "GET", path, {"Accept": "application/n-triples"})
        assert thing.status in {200, 303, 410}, path
        if thing.status != 303:
            continue
        document = thing.headers["location"].removeprefix(base.rstrip("/"))
        reply = ask(crawled, "GET", document)
        assert reply.status == 200, document
        found = set(re.findall(rf"<({re.escape(base)}[^>#?]+)>", reply.body.decode()))
        waiting |= {other for other in found if not re.search(r"\.[a-z]+$", other)} - seen

    assert {f"{base}convention/2005", f"{base}passage/lead-s1", f"{base}agent/authors"} <= seen
