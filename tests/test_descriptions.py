"""One description in many forms: none says what another denies, and every number is counted."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pyoxigraph as ox
import pytest
import signposting  # type: ignore[import-untyped]
import yaml
from pyld import jsonld  # type: ignore[import-untyped]
from rdflib import Graph, Literal, URIRef

from graph.package import SOURCES
from graph.partitions import LINKS, find_site
from graph.terms import DCAT, DCTERMS, FOAF, PREFIXES, RDF, SKOS, SPDX, VOID
from tests.local_release import Place
from tests.needs import need

HEADER = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
ROOT = Path(__file__).parents[1]
THEMES = "http://publications.europa.eu/resource/authority/data-theme/"
# What tools of the Swiss Institute of Bioinformatics ask an endpoint about its classes.
# Source: https://github.com/sib-swiss/sparql-editor#void-description
CLASSES = """
SELECT DISTINCT ?subjectClass ?prop ?objectClass ?objectDatatype WHERE {
  ?cp void:class ?subjectClass ; void:propertyPartition ?pp .
  ?pp void:property ?prop .
  OPTIONAL {
    { ?pp void:classPartition [ void:class ?objectClass ] }
    UNION { ?pp void-ext:datatypePartition [ void-ext:datatype ?objectDatatype ] }
  }
}"""


@pytest.fixture(scope="module")
def store(place: Place) -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(place.folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def void(place: Place) -> Graph:
    return Graph().parse(place.folder / "void.ttl")


@pytest.fixture(scope="module")
def catalogue(place: Place) -> Graph:
    return Graph().parse(place.folder / "catalogue.ttl")


def fetch(place: Place, path: str) -> bytes:
    with urlopen(f"{place.site}/{path}") as reply:
        return bytes(reply.read())


def count(store: ox.Store, pattern: str) -> Literal:
    [row] = store.query(f"{HEADER} SELECT (COUNT(*) AS ?n) {{ {pattern} }}")  # type: ignore[misc]
    return Literal(int(row["n"].value))


def test_partitions_are_counted(void: Graph, store: ox.Store) -> None:
    """The number of a class, of a property, and of a property of a class is that of the graph."""
    for node, kind in void.subject_objects(VOID["class"]):
        if void.value(node, VOID.entities) is not None:
            assert void.value(node, VOID.entities) == count(store, f"?s a <{kind}>")
            for part in void.objects(node, VOID.propertyPartition):
                term = void.value(part, VOID.property)
                found = count(store, f"?s a <{kind}> ; <{term}> ?o")
                assert void.value(part, VOID.triples) == found, part
    for node in void.objects(None, VOID.propertyPartition):
        if str(node).partition("#")[0].endswith("/void"):
            term = void.value(node, VOID.property)
            assert void.value(node, VOID.triples) == count(store, f"?s <{term}> ?o")


def test_classes_are_found_as_tools_ask(store: ox.Store) -> None:
    """The query that editors send finds how classes are joined, and to which datatypes."""
    rows = list(store.query(HEADER + CLASSES))  # type: ignore[arg-type]
    names = {tuple(str(row[i])[1:-1].rpartition("#")[2] if row[i] else "" for i in range(4))
             for row in rows}  # fmt: skip

    assert ("Participation", "party", "State", "") in names
    assert ("Participation", "depositDate", "", "date") in names


def test_linksets_count_every_link(void: Graph, store: ox.Store, place: Place) -> None:
    """Each link to another site is in the linkset of its site and property, and in no other."""
    said = {
        (str(void.value(target, SKOS.prefLabel)), predicate): void.value(node, VOID.triples)
        for node in void.subjects(RDF.type, VOID.Linkset)
        for target in void.objects(node, VOID.objectsTarget)
        for predicate in void.objects(node, VOID.linkPredicate)
    }
    found: dict[tuple[str, Any], int] = {}
    for predicate in LINKS:
        for quad in store.quads_for_pattern(None, ox.NamedNode(str(predicate)), None, None):
            subject, value = str(quad.subject)[1:-1], str(quad.object)[1:-1]
            if subject.startswith(place.base) and not value.startswith(place.base):
                key = (find_site(value), predicate)
                found[key] = found.get(key, 0) + 1

    assert said == {key: Literal(number) for key, number in found.items()}
    assert sum(found.values()) > 500


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        (DCAT.Catalog, (DCTERMS.title, DCTERMS.description, DCTERMS.publisher)),
        (DCAT.Dataset, (DCTERMS.title, DCTERMS.description)),
        (DCAT.Distribution, (DCAT.accessURL, DCTERMS.license, DCAT.mediaType)),
        (DCAT.DataService, (DCTERMS.title, DCAT.endpointURL)),
        (FOAF.Agent, (FOAF.name,)),
        (SPDX.Checksum, (SPDX.algorithm, SPDX.checksumValue)),
    ],
)
def test_catalogue_has_what_dcat_ap_demands(
    catalogue: Graph, kind: URIRef, needed: tuple[URIRef, ...]
) -> None:
    """DCAT-AP 3.0.1, the mandatory properties of each class, and no blank node."""
    nodes = set(catalogue.subjects(RDF.type, kind))

    assert nodes
    for node in nodes:
        assert isinstance(node, URIRef)
        for term in needed:
            assert catalogue.value(node, term) is not None, (node, term)


def test_themes_are_those_of_the_sources(catalogue: Graph, void: Graph, place: Place) -> None:
    """The themes of the dataset stand in its sources, one of the EU's among them."""
    dataset = URIRef(f"{place.base}dataset")
    given = tomllib.loads((SOURCES / "treaty.toml").read_text("utf-8"))["dataset"]["themes"]

    assert any(theme.startswith(THEMES) for theme in given)
    for graph in (catalogue, void):
        assert {str(theme) for theme in graph.objects(dataset, DCAT.theme)} == set(given)


def test_sizes_and_sums_are_those_of_the_files(catalogue: Graph, place: Place) -> None:
    """Each distribution is a file of the release, with its own size and sum."""
    files = {path.name: path.read_bytes() for path in place.folder.iterdir()}
    nodes = set(catalogue.subjects(RDF.type, DCAT.Distribution))

    assert {str(node).rpartition("/")[2] for node in nodes} == files.keys() - {
        "SHA256SUMS",
        "catalogue.ttl",
    }
    for node in nodes:
        data = files[str(node).rpartition("/")[2]]
        [checksum] = catalogue.objects(node, SPDX.checksum)
        assert int(str(catalogue.value(node, DCAT.byteSize))) == len(data)
        digest = str(catalogue.value(checksum, SPDX.checksumValue)).lower()
        assert digest == hashlib.sha256(data).hexdigest()


def test_canonical_file_is_canonical(place: Place) -> None:
    """RDFC-1.0 of the release gives the bytes of canonical.nq."""
    data = ox.Dataset(ox.parse(path=str(place.folder / "graph.nq"), format=ox.RdfFormat.N_QUADS))
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    text = ox.serialize(data, format=ox.RdfFormat.N_QUADS) or b""

    assert sorted(text.splitlines()) == (place.folder / "canonical.nq").read_bytes().splitlines()


def test_all_forms_agree(place: Place, catalogue: Graph, void: Graph) -> None:
    """Title, version, date, licence, counts, sizes, sums and addresses are the same everywhere."""
    dataset = URIRef(f"{place.base}dataset")
    schema = json.loads(fetch(place, "schema.jsonld"))
    openapi = json.loads(fetch(place, "openapi.json"))
    listed = json.loads(fetch(place, "dumps/"))
    citation = yaml.safe_load(fetch(place, "CITATION.cff"))
    llms = fetch(place, "llms.txt").decode()
    service = Graph().parse(f"{place.site}/sparql")
    me = service.value(None, URIRef(f"{PREFIXES['sd']}endpoint"), URIRef(f"{place.base}sparql"))
    text = cache(lambda term: str(void.value(dataset, term)))

    for found in (schema["name"], openapi["info"]["title"], citation["title"], listed["title"]):
        assert text(DCTERMS.title) == found
    for found in (schema["version"], openapi["info"]["version"], citation["version"]):
        assert text(DCAT.version) == found
    for found in (schema["description"], openapi["info"]["description"], citation["abstract"]):
        assert text(DCTERMS.description) == found
    for found in (schema["dateModified"], citation["date-released"], listed["issued"]):
        assert text(DCTERMS.issued) == found
    for found in (schema["license"], openapi["info"]["license"]["url"], listed["licence"]):
        assert text(DCTERMS.license) == found
    assert text(DCTERMS.license) == str(service.value(me, DCTERMS.license))
    assert citation["license"] == "CC-BY-SA-4.0"
    assert str(dataset) == schema["@id"] == citation["url"] == listed["dataset"]
    for term in (VOID.triples, VOID.entities, VOID.classes):
        assert f"{text(term)} {str(term).rpartition('#')[2]}" in llms
    for slug in ("article", "derived"):
        graph = URIRef(f"{place.base}graph/{slug}")
        node = service.value(None, URIRef(f"{PREFIXES['sd']}name"), graph)
        held = service.value(node, URIRef(f"{PREFIXES['sd']}graph"))
        assert service.value(held, VOID.triples) == void.value(graph, VOID.triples)
    _check_files(schema, listed, catalogue, llms)


def _check_files(schema: Any, listed: Any, catalogue: Graph, llms: str) -> None:
    files = {file["name"]: file for file in listed["files"]}
    for said in schema["distribution"]:
        node, file = URIRef(said["contentUrl"]), files[said["name"]]
        checksum = catalogue.value(node, SPDX.checksum)
        assert said["contentUrl"] == file["href"]
        assert said["contentSize"] == str(file["size"]) == str(catalogue.value(node, DCAT.byteSize))
        assert said["sha256"] == file["sha256"]
        assert said["sha256"] == str(catalogue.value(checksum, SPDX.checksumValue)).lower()
        assert str(catalogue.value(node, DCAT.mediaType)).endswith(said["encodingFormat"])
        assert f"]({said['contentUrl']})" in llms
        assert file["sha256"] in llms


@pytest.mark.parametrize("slug", ["article", "register", "thesaurus", "derived"])
def test_graph_has_one_licence_wherever_it_is_had(place: Place, void: Graph, slug: str) -> None:
    """The page of a named graph, its documents and its file name the licence it is under."""
    licence = void.value(URIRef(f"{place.base}graph/{slug}"), DCTERMS.license)
    version = json.loads(fetch(place, "dumps/"))["version"]
    for path in (
        f"graph/{slug}",
        f"graph/{slug}.html",
        f"graph/{slug}.ttl",
        f"dumps/{version}/graph-{slug}.nt",
    ):
        with urlopen(f"{place.site}/{path}") as reply:
            [links] = reply.headers.get_all("Link")
        assert re.findall(r'<([^>]*)>; rel="license"', links) == [str(licence)], path


def test_citation_in_the_repository_is_the_one_that_is_served(release: Path) -> None:
    """CITATION.cff at the top says what the release says."""
    from server.linked.card import read_card
    from server.linked.texts import render_citation
    from server.releases.release import read_release

    assert (ROOT / "CITATION.cff").read_bytes() == render_citation(read_card(read_release(release)))


@pytest.mark.parametrize(
    "path", ["", "dataset.html", "party/FRA.html", "statement/lead-s1-01.html"]
)
def test_public_client_finds_the_way(place: Place, path: str) -> None:
    """The client of signposting.org reads address, metadata, licence and set of links."""
    found = signposting.find_signposting_http(place.base + path)

    assert found.citeAs is not None
    assert str(found.citeAs.target) == place.base + path.removesuffix(".html")
    assert {link.type for link in found.describedBy} >= {"text/turtle", "application/ld+json"}
    assert found.license is not None
    assert found.linksets
    for link in found.linksets:
        signposts = signposting.find_signposting_linkset(str(link.target), link.type)
        assert any(str(each.target) == str(found.citeAs.target) for each in signposts.signposts)


def load(place: Place) -> Callable[[str, Any], Any]:
    """Return what loads documents for the JSON-LD processor from the server itself."""

    def find(url: str, _: Any) -> Any:
        assert url.startswith(place.base)
        with urlopen(url) as reply:
            document = json.load(reply)
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": document,
        }

    return find


@pytest.mark.parametrize("path", ["party/FRA", "statement/lead-s1-01", "convention/2005"])
def test_another_processor_reads_json_ld(place: Place, path: str) -> None:
    """PyLD, with the context fetched from its address, finds the graph that N-Triples hold."""
    document = json.loads(fetch(place, f"{path}.jsonld"))
    nquads = jsonld.to_rdf(
        document, {"documentLoader": load(place), "format": "application/n-quads"}
    )
    found = {quad.triple for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS)}
    plain = ox.parse(fetch(place, f"{path}.nt"), format=ox.RdfFormat.N_TRIPLES)

    assert found == {quad.triple for quad in plain}


def test_library_reads_from_the_iri(place: Place) -> None:
    """One line of rdflib, given an IRI, gives its description."""
    graph = Graph().parse(f"{place.base}party/FRA")

    assert (URIRef(f"{place.base}party/FRA"), SKOS.prefLabel, Literal("France", "en")) in graph


def test_download_goes_on_where_it_stopped(place: Place, tmp_path: Path) -> None:
    """With curl -C - a download a file that was cut, byte for byte."""
    curl = need("curl", "curl")
    whole = (place.folder / "graph.nt").read_bytes()
    part = tmp_path / "graph.nt"
    part.write_bytes(whole[:1_000_003])
    address = f"{place.site}/dumps/latest/graph.nt"
    subprocess.run([curl, "-sfL", "-C", "-", "-o", part, address], check=True)

    assert part.read_bytes() == whole
