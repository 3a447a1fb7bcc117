"""Machines find what there is where they look first, and every form of it says the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

from server.app import list_routes
from server.linked.openapi import OPERATIONS, read_rule
from server.linked.schemaorg import render_block
from server.linked.texts import SITEMAP, list_addresses, render_sitemap_index
from server.lookup.citation import find_spdx
from tests.http_fixtures import BASE, SITE, make_app, write_release

LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return make_app(write_release(tmp_path_factory.mktemp("discovery") / "r"))[0]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def read_links(text: str) -> list[tuple[str, str]]:
    """Return relation and target of each link of a header."""
    return [(rel, target) for target, rel in re.findall(r'<([^>]*)>; rel="([^"]*)"', text)]


def test_well_known_void_leads_to_the_description(client: FlaskClient) -> None:
    """The well-known address answers 302, as VoID asks."""
    reply = client.get("/.well-known/void")

    assert (reply.status_code, reply.headers["Location"]) == (302, f"{SITE}/void")


@pytest.mark.parametrize("name", ["void", "catalogue"])
def test_description_is_the_same_in_every_format(client: FlaskClient, name: str) -> None:
    """The description and the catalogue come by Accept and by suffix, the same graph each time."""
    kinds = {
        "ttl": RdfFormat.TURTLE,
        "nt": RdfFormat.N_TRIPLES,
        "rdf": RdfFormat.RDF_XML,
        "trig": RdfFormat.TRIG,
    }
    found = []
    for suffix, kind in kinds.items():
        reply = client.get(f"/{name}.{suffix}")
        assert (reply.status_code, "Vary" in reply.headers) == (200, True)
        found.append({quad.triple for quad in parse(reply.data, format=kind)})
        asked = client.get(f"/{name}", headers={"Accept": kind.media_type})
        assert asked.data == reply.data
        assert asked.headers["Content-Location"] == f"{SITE}/{name}.{suffix}"
        assert "Accept" in asked.headers["Vary"]

    assert found[0]
    assert all(found[0] == other for other in found)


def test_description_refuses_what_it_is_not(client: FlaskClient) -> None:
    """An unknown suffix is 404, an unknown type 406."""
    assert client.get("/void.csv").status_code == 404
    assert client.get("/void", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/void.html").status_code == 200


def test_catalog_of_interfaces_says_what_describes_each(client: FlaskClient) -> None:
    """RFC 9727 sections 2 and 4: linkset+json with the profile, and HEAD with the link."""
    reply = client.get("/.well-known/api-catalog")
    head = client.head("/.well-known/api-catalog")
    [catalog, *interfaces] = reply.get_json(force=True)["linkset"]

    assert "application/linkset+json" in reply.headers["Content-Type"]
    assert "https://www.rfc-editor.org/info/rfc9727" in reply.headers["Content-Type"]
    assert ("api-catalog", f"{SITE}/.well-known/api-catalog") in read_links(head.headers["Link"])
    assert {item["href"] for item in catalog["item"]} == {each["anchor"] for each in interfaces}
    for each in interfaces:
        assert each.keys() == {"anchor", "service-desc", "service-doc", "service-meta"}
        assert all(link["type"] for key in each.keys() - {"anchor"} for link in each[key])


def test_front_page_leads_to_everything(client: FlaskClient) -> None:
    """FAIR Signposting level 1 and 2 on the front page, for GET and HEAD."""
    links = read_links(client.head("/").headers["Link"])
    relations = [relation for relation, _ in links]

    assert links == read_links(client.get("/").headers["Link"])
    assert [target for relation, target in links if relation == "cite-as"] == [BASE]
    assert relations.count("license") == 1
    assert relations.count("type") == 2
    assert relations.count("linkset") == 2
    assert {"describedby", "item", "api-catalog"} <= set(relations)


@pytest.mark.parametrize("path", ["party/FRA", "statement/lead-s1-01", "dataset"])
def test_page_of_a_thing_is_signposted(client: FlaskClient, path: str) -> None:
    """Each page says how to cite the thing, what describes it, its licence and its links."""
    [header] = client.head(f"/{path}.html").headers.getlist("Link")
    links = read_links(header)
    relations = [relation for relation, _ in links]

    assert ("cite-as", f"{BASE}{path}") in links
    assert ("describedby", f"{SITE}/{path}.ttl") in links
    assert relations.count("cite-as") == 1
    assert relations.count("license") == 1
    assert ("collection" in relations) == (path != "dataset")


@pytest.mark.parametrize("path", ["party/FRA", "dataset"])
def test_document_is_signposted(client: FlaskClient, path: str) -> None:
    """A document in RDF has one licence, what it describes, and leads to the set of all links."""
    [header] = client.head(f"/{path}.ttl").headers.getlist("Link")
    links = read_links(header)
    linkset = f"{SITE}/linkset" + (f"?of={path}" if path != "dataset" else "")

    assert [target for relation, target in links if relation == "license"] == [LICENCE]
    assert [target for relation, target in links if relation == "describes"] == [f"{BASE}{path}"]
    assert links.count(("linkset", linkset)) == 2
    assert client.get(linkset.removeprefix(SITE)).status_code == 200


def test_file_is_signposted(client: FlaskClient) -> None:
    """A file says of which dataset it is a part, and what describes it."""
    links = read_links(client.head("/dumps/1.0.0/graph.nt").headers["Link"])

    assert ("collection", f"{SITE}/dataset.html") in links
    assert ("describedby", f"{SITE}/catalogue.ttl") in links


@pytest.mark.parametrize("query", ["", "?of=party/FRA"])
def test_set_of_links_holds_those_of_the_pages(client: FlaskClient, query: str) -> None:
    """RFC 9264: what the headers of page and documents say is in the set, in both its forms."""
    path = "party/FRA" if query else "dataset"
    found = client.get(f"/linkset{query}").get_json(force=True)["linkset"]
    text = client.get(f"/linkset.txt{query}").data.decode()
    said = {
        (each["anchor"], relation, link["href"])
        for each in found
        for relation in each.keys() - {"anchor"}
        for link in each[relation]
    }
    native = re.findall(r'<([^>]*)>; rel="([^"]*)"(?:; type="[^"]*")?; anchor="([^"]*)"', text)

    assert said == {(anchor, relation, target) for target, relation, anchor in native}
    page = f"/{path}.html"
    for relation, target in read_links(client.get(page).headers["Link"]):
        if relation not in {"linkset", "alternate", "canonical", "describes"}:
            assert (SITE + page, relation, target) in said
    document = f"{SITE}/{path}.ttl"
    assert {(document, "describes", f"{BASE}{path}"), (document, "license", LICENCE)} <= said


def test_set_of_links_of_nothing_is_404(client: FlaskClient) -> None:
    """A thing that is not there has no links."""
    assert client.get("/linkset?of=party/XXX").status_code == 404
    assert client.get("/linkset.csv").status_code == 404
    assert client.get("/linkset", headers={"Accept": "image/png"}).status_code == 406


def test_openapi_describes_every_address(app: Flask, client: FlaskClient) -> None:
    """No route is left out, none is invented, and each has a summary of its own."""
    described = client.get("/openapi.json").get_json()
    routes = list_routes(app)

    assert described["openapi"].startswith("3.1.")
    assert set(described["paths"]) == {read_rule(rule) for rule, _, _ in routes}
    assert {name for _, name, _ in routes} - set(OPERATIONS) == set()
    for rule, _, methods in routes:
        expected = {method.lower() for method in methods & {"GET", "POST"}}
        assert expected == set(described["paths"][read_rule(rule)]), rule
    keys = [o["operationId"] for path in described["paths"].values() for o in path.values()]
    assert len(keys) == len(set(keys))


def test_sitemap_lists_the_pages(client: FlaskClient) -> None:
    """Each page of the map is there; what is withdrawn is not in it."""
    root = ET.fromstring(client.get("/sitemap.xml").data)
    addresses = [found.text or "" for found in root.iter(f"{{{SITEMAP}}}loc")]
    dates = {found.text for found in root.iter(f"{{{SITEMAP}}}lastmod")}

    assert f"{SITE}/party/FRA.html" in addresses
    assert {f"{SITE}/vocabulary", f"{SITE}/about", f"{SITE}/changes/"} <= set(addresses)
    assert f"{SITE}/concept/gone.html" not in addresses
    assert dates == {"2026-11-24"}
    assert len(addresses) == len(set(addresses))
    for address in addresses[:20]:
        assert client.get(address.removeprefix(SITE)).status_code == 200, address


def test_long_sitemap_has_parts(app: Flask) -> None:
    """A map of more than 50,000 addresses is a list of maps."""
    service = app.extensions["cdce"].publication.service
    root = ET.fromstring(render_sitemap_index(100_001, "2026-11-24", service))

    assert len(list(root)) == 3
    assert list_addresses(["a b/é"], service)[-1] == f"{SITE}/a%20b/%C3%A9.html"


def test_robots_name_the_sitemap(client: FlaskClient) -> None:
    """Crawlers are led to the map, and away from queries."""
    text = client.get("/robots.txt").data.decode()

    assert f"Sitemap: {SITE}/sitemap.xml" in text
    assert "Disallow: /sparql?" in text


def test_citation_is_valid(client: FlaskClient) -> None:
    """The Citation File Format demands four keys; a licence is an SPDX identifier."""
    found = yaml.safe_load(client.get("/CITATION.cff").data)

    assert {"cff-version", "message", "title", "authors"} <= found.keys()
    assert (found["cff-version"], found["type"]) == ("1.2.0", "dataset")
    assert found["license"] == "CC-BY-SA-4.0"


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("https://creativecommons.org/licenses/by-sa/3.0/igo/", "CC-BY-SA-3.0-IGO"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", ""),
        ("https://example.org/", ""),
    ],
)
def test_licence_has_its_spdx_name(licence: str, expected: str) -> None:
    """Creative Commons licences have an SPDX identifier; of others none is guessed."""
    assert expected == find_spdx(licence)


def test_block_for_pages_cannot_end_its_element(app: Flask) -> None:
    """The description in a page is JSON, and no text in it closes the script."""
    block = render_block(app.extensions["cdce"].publication.discovery.card)

    assert "<" not in block
    assert json.loads(block)["@type"] == "Dataset"


def test_release_without_its_catalogue_is_served(tmp_path: Path) -> None:
    """An older release has no catalogue: its address is 404, all else is there."""
    folder = write_release(tmp_path / "r")
    (folder / "catalogue.ttl").unlink()
    sums = (folder / "SHA256SUMS").read_text("utf-8").splitlines(keepends=True)
    (folder / "SHA256SUMS").write_text("".join(s for s in sums if "catalogue" not in s), "utf-8")
    client = make_app(folder)[0].test_client()

    assert client.get("/catalogue.ttl").status_code == 404
    assert client.get("/void.ttl").status_code == 200
    assert client.get("/dumps/", headers={"Accept": "text/turtle"}).status_code == 200
