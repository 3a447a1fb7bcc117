"""Pages for people, as they come from the server."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from server.pages.reader import GLYPHS
from server.settings import Settings
from tests.http_fixtures import BASE, make_app, write_release

CITATION = NamedNode("http://purl.org/dc/terms/bibliographicCitation")


@pytest.fixture(scope="module")
def client(release: Path) -> FlaskClient:
    """A client of the real release."""
    return make_app(release)[0].test_client()


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of a release that lacks most of what pages show."""
    return make_app(write_release(tmp_path_factory.mktemp("tiny")))[0].test_client()


def read(client: FlaskClient, path: str) -> str:
    reply = client.get(path, headers={"Accept": "text/html"})
    assert reply.status_code == 200, path
    return reply.text


def list_passages(page: str) -> Iterator[tuple[str, str]]:
    for key, text in re.findall(
        r'<li id="([a-z0-9-]+)".*?<p class="text">(.*?)</p>', page, re.DOTALL
    ):
        plain = re.sub(r"<sup.*?</sup>|<[^>]+>", "", text)
        yield key, plain.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")


def test_reader_shows_every_passage_whole(client: FlaskClient, release: Path) -> None:
    """The document in the reader has the plain text of each passage, in order."""
    query = (
        "PREFIX cdce: <https://w3id.org/cdce/ontology#> PREFIX schema: <https://schema.org/> "
        "SELECT ?passage ?text WHERE { ?passage cdce:plainText ?text ; schema:position ?n ; "
        "a cdce:Passage } ORDER BY ?n"
    )
    rows = client.get("/sparql", query_string={"query": query, "format": "json"}).get_json()
    expected = [
        (row["passage"]["value"].rpartition("/")[2], row["text"]["value"])
        for row in rows["results"]["bindings"]
    ]

    assert len(expected) > 30
    assert list(list_passages(read(client, "/reader"))) == expected


@pytest.mark.parametrize(
    ("kind", "others"),
    [
        ("statement", ()),
        ("quotation", ()),
        ("passage", ()),
        ("", ("party/FRA", "concepts", "dataset", "region/western-europe", "ontology")),
    ],
)
def test_page_and_documents_say_how_to_cite(
    client: FlaskClient, kind: str, others: tuple[str, ...]
) -> None:
    """Name, release, date, licence and persistent address, in the same words everywhere."""
    found = client.application.extensions["cdce"].publication.resolver.things.paths
    paths = [path for path in found if path.startswith(f"{kind}/")] if kind else others
    assert len(paths) >= 5
    for path in paths:
        page = html.unescape(read(client, f"/{path}.html"))
        triples = parse(client.get(f"/{path}.nt").data, format=RdfFormat.N_TRIPLES)
        [said] = [
            t.object for t in triples if t.predicate == CITATION and ".html" in str(t.subject)
        ]
        assert isinstance(said, Literal)
        assert said.value.endswith(f"release 1.0.0 (2026-11-24), CC BY-SA 4.0. {BASE}{path}"), path
        assert f"<cite>{said.value}</cite>" in page, path


def test_each_statement_of_the_document_has_its_state(client: FlaskClient) -> None:
    """Every statement that a passage lists can be chosen, and then some words are lit."""
    keys = set()
    for passage in re.findall(r"reader\?passage=([a-z0-9-]+)#", read(client, "/reader")):
        page = read(client, f"/reader?passage={passage}")
        keys |= set(re.findall(r'class="choose" href="/reader\?statement=([a-z0-9-]+)#', page))

    assert len(keys) > 100
    for key in keys:
        page = read(client, f"/reader?statement={key}")
        assert re.search(r'class="[^"]*\blit\b', page), key
        assert re.search(r"<mark>[^<]", page), key


@pytest.mark.parametrize("query", ["passage=nothing", "statement=nothing-01"])
def test_reader_says_what_it_does_not_have(client: FlaskClient, query: str) -> None:
    """A state that is none is 404."""
    assert client.get(f"/reader?{query}").status_code == 404


def test_standing_is_told_by_more_than_colour(client: FlaskClient) -> None:
    """Each mark has its own sign and its own word."""
    assert len(set(GLYPHS.values())) == len(GLYPHS)
    page = read(client, "/statement/history-i4-08.html")
    for name in ("reported", "confirmed", "contradicted", "qualified"):
        assert f"{GLYPHS[name]}</span> {name}" in page


def test_facts_carry_the_mark_of_their_source(client: FlaskClient) -> None:
    """A fact of the document leads to its words, a fact of a table to its part of the graph."""
    page = read(client, "/party/FRA.html")
    assert 'href="/graph/countries"' in page
    page = read(client, "/convention/2005.html")
    assert 'href="/reader?statement=history-i4-01#history-i4"' in page


def test_facts_with_a_sentence_come_first(client: FlaskClient) -> None:
    """On the page of an event what the document says stands before the rest, bounds apart."""
    page = read(client, "/event/adoption-2005.html")
    facts = page.partition('class="facts"')[2].partition("</dl>")[0]
    has_sentence = ["source passage" in row for row in facts.split("<dt>")[1:]]

    assert has_sentence == sorted(has_sentence, reverse=True)
    assert len(set(has_sentence)) == 2
    assert "begins at the earliest" not in facts
    assert "begins at the earliest" in page.partition("<summary>In full")[2]


def test_links_on_a_page_lead_to_its_sections(client: FlaskClient) -> None:
    """A long page begins with links to its parts."""
    page = read(client, "/convention/2005.html")
    listed = page.partition('aria-label="On this page">')[2].partition("</nav>")[0]
    places = re.findall(r'href="#([^"]+)"', listed)

    assert len(places) >= 4
    assert all(f'id="{place}"' in page for place in places)


def test_licences_have_their_usual_names(client: FlaskClient) -> None:
    """A licence is shown by name and leads to its text."""
    page = read(client, "/graph/article.html")

    assert re.search(r'<dd><a href="https://creativecommons[^>]+>CC BY-SA 3.0</a>', page)


def test_conflicts_stand_side_by_side(client: FlaskClient) -> None:
    """What two sources say differently is shown in one row."""
    page = read(client, "/party/FRA.html")
    row = page.partition("Where sources differ")[2].partition("</table>")[0]
    assert "accession" in row
    assert "ratification" in row


@pytest.mark.parametrize("path", ["/", "/vocabulary", "/rules", "/about", "/sparql", "/dumps/"])
def test_pages_do_with_little(tiny: FlaskClient, path: str) -> None:
    """A release without parties, notes or shapes has its pages too."""
    assert "<h1" in read(tiny, path)


@pytest.mark.parametrize(
    "path", ["/", "/reader", "/sparql", "/vocabulary", "/rules", "/about", "/party/FRA.html"]
)
def test_no_page_holds_style_or_script_of_its_own(client: FlaskClient, path: str) -> None:
    """The policy of the site forbids inline code, and no page needs it; data blocks do not run."""
    page = read(client, path)
    assert "style=" not in page
    assert not re.search(r"\son[a-z]+=", page)
    for attributes in re.findall(r"<script([^>]*)>", page):
        assert "src=" in attributes or re.search(r'type="application/(ld\+)?json"', attributes)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/shapes", 404), ("/shapes.ttl", 404), ("/shape", 404), ("/linkset?of=party/FRA", 406)],
)
def test_a_page_of_a_problem_can_always_be_drawn(
    client: FlaskClient, path: str, status: int
) -> None:
    """Things without a label are named by their path, and formats without an address by type."""
    found = client.get(path, headers={"Accept": "text/html"})

    assert found.status_code == status
    assert "text/html" in found.content_type
    assert not re.search(r"<a [^>]*></a>", found.text)


def test_about_states_each_limit_and_release(client: FlaskClient) -> None:
    """People read the same limits as machines, with their units, and what releases there are."""
    page = read(client, "/about")
    for limit in Settings().describe():
        assert f"<code>{limit.name}</code></th><td>{limit.shown}</td>" in page
    assert "512 MiB" in page
    assert "No query reaches another host" in page
    assert re.search(r'href="[^"]*/dumps/[0-9.]+/">Release', page)
    assert '/changes/"' in page


def test_every_term_has_its_place_in_the_vocabulary(client: FlaskClient) -> None:
    """The page of the vocabulary has the fragment of each term."""
    page = read(client, "/ontology.html")
    for name in ("Convention", "adoptionDate", "alpha3Code"):
        assert f'id="{name}"' in page


def test_terms_of_other_vocabularies_are_told_apart(client: FlaskClient) -> None:
    """Two terms with one label have their short names beside it."""
    assert re.search(r"Narrower than .*event \(schema:Event\).*\.", read(client, "/vocabulary"))


def test_front_page_carries_the_description_for_search_engines(client: FlaskClient) -> None:
    """The block in the page is the document at /schema.jsonld."""
    page = client.get("/", headers={"Accept": "text/html"}).text
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)

    assert block is not None
    assert json.loads(block[1]) == client.get("/schema.jsonld").get_json(force=True)


def test_downloads_lead_to_the_releases_and_their_changes(client: FlaskClient) -> None:
    """Each release that is kept has its link, and what changed has another."""
    page = client.get("/dumps/", headers={"Accept": "text/html"}).text
    listed = client.get("/dumps/", headers={"Accept": "application/json"}).get_json()["releases"]

    assert listed
    assert all(f'href="{each["href"]}"' in page for each in listed)
    assert '/changes/"' in page


def test_each_download_is_followed_by_its_packed_form(client: FlaskClient) -> None:
    """The page lists every file once, the packed form of one right below it."""
    listed = client.get("/dumps/", headers={"Accept": "application/json"}).get_json()["files"]
    page = client.get("/dumps/", headers={"Accept": "text/html"}).text
    shown = re.findall(r'<th scope="row"><a href="[^"]+/dumps/[^"]+">([^<]+)</a>', page)

    assert sorted(shown) == sorted(each["name"] for each in listed)
    assert shown[:2] == ["graph.ttl", "graph.ttl.gz"]
    for name in shown:
        if name.endswith(".gz"):
            assert shown[shown.index(name) - 1] == name.removesuffix(".gz")


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("SELECT * WHERE {\n  ?s }", 400, "The query cannot be read"),
        ("DELETE WHERE { ?s ?p ?o }", 403, "No result"),
    ],
)
def test_a_query_without_result_stays_on_its_page(
    client: FlaskClient, query: str, status: int, words: str
) -> None:
    """Who asks for a page gets the query back, with the status and the reason."""
    headers = {"Accept": "text/html"}
    reply = client.get("/sparql", query_string={"query": query}, headers=headers)

    assert reply.status_code == status
    assert reply.headers["Cache-Control"] == "no-store"
    assert words in reply.text
    assert query in reply.text


def test_a_query_keeps_the_graphs_that_it_names(client: FlaskClient) -> None:
    """The form of a result sends the graphs again that were sent beside the query."""
    asked = {"query": "ASK {}", "default-graph-uri": "https://example.org/g"}
    page = client.get("/sparql", query_string=asked, headers={"Accept": "text/html"}).text

    assert '<input type="hidden" name="default-graph-uri" value="https://example.org/g">' in page


def test_each_rule_is_told_in_words(client: FlaskClient) -> None:
    """A rule is a sentence, and has a name that is no IRI, also where it is written as a query."""
    page = read(client, "/rules").partition("The rules</h2>")[2].partition("Completeness")[0]
    rules = re.findall(r"<li>(.*?)<a class=\"source graph\".*?</span>(.*?)</a></li>", page)

    assert len(rules) > 200
    for words, name in rules:
        assert re.match(r"[A-Z].*\.( <span|$)", words.strip()), words
        assert not re.search(r"Shape|[a-z]:[A-Za-z]", name), name


def test_a_question_can_be_asked_from_its_page(client: FlaskClient) -> None:
    """The page of an example shows its query in lines and leads to its result."""
    page = read(client, "/query/01-adoption.html")
    assert re.search(r"<pre[^>]*>BASE [^<]*\n", page.replace("&lt;", "(").replace("&gt;", ")"))
    asked = re.search(r'href="(/sparql\?query=[^"]+)">Ask it', page)

    assert asked is not None
    assert "Result" in read(client, asked[1])


def test_each_link_of_a_result_can_be_read(client: FlaskClient) -> None:
    """The address of the site itself is a link with words too."""
    query = "SELECT ?o { ?s <http://xmlns.com/foaf/0.1/homepage> ?o }"
    page = client.get("/sparql", query_string={"query": query}, headers={"Accept": "text/html"})

    assert f">{BASE}</a>" in page.text
    assert not re.search(r"<a [^>]*></a>", page.text)


def test_a_problem_shows_no_empty_list(client: FlaskClient) -> None:
    """Where nothing is near a wrong address, the page does not promise it."""
    page = client.get("/nothing-at-all-there", headers={"Accept": "text/html"}).text

    assert "nearest" not in page.lower()
    assert 'href="http://127.0.0.1:8000/sparql"' in page
