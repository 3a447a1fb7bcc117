"""Releases are kept, what changed between them is told, and what is withdrawn stays known."""

from __future__ import annotations

import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import Graph, URIRef

from graph.build import Build, build
from graph.errors import OutputError, SourcesError
from graph.release import write_release as write_built
from graph.terms import DCAT, DCTERMS, PROV, SKOS
from server.http.errors import BrokenReleaseError
from server.linked.changes import compare, find_kind
from server.releases.release import read_release
from tests.http_fixtures import BASE, SITE, make_app, write_release, write_sums

POND = Path(__file__).parent / "data" / "pond-treaty"
ONTOLOGY = f"{BASE}ontology#"
LABEL = f"{SKOS}prefLabel"
# What the earlier release said in the place of what the later one says.
EARLIER = (
    ('"2005-10-20"^^<http://www.w3.org/2001/XMLSchema#date>',
     '"2005-10-21"^^<http://www.w3.org/2001/XMLSchema#date>'),
    ('"Concept 1"@en', '"Concept One"@en'),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release, and beside it one before it: with another date and label, and without France."""
    folder = write_release(tmp_path_factory.mktemp("versions") / "release")
    before = folder.with_name("release-archive") / "0.9.0"
    shutil.copytree(folder, before)
    (before / "SHA256SUMS").unlink()
    void = before / "void.ttl"
    void.write_text(void.read_text("utf-8").replace('"1.0.0"', '"0.9.0"'), "utf-8")
    quads = (before / "graph.nq").read_text("utf-8")
    for new, old in EARLIER:
        quads = quads.replace(new, old)
    lines = [
        line
        for line in quads.splitlines(keepends=True)
        if not line.startswith((f"<{BASE}participation/FRA>", f"<{BASE}concept/gone>"))
    ]
    lines += [
        f'<{BASE}concept/{name}> <{LABEL}> "{label}"@en <{BASE}graph/article> .\n'
        for name, label in (("gone", "Gone"), ("lost", "Lost"))
    ]
    (before / "graph.nq").write_text("".join(lines), "utf-8")
    write_sums(before)
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> FlaskClient:
    return make_app(folder)[0].test_client()


def test_releases_are_listed(client: FlaskClient) -> None:
    """The list names every release that is kept, the newest first."""
    listed = client.get("/dumps/").get_json()

    assert [each["version"] for each in listed["releases"]] == ["1.0.0", "0.9.0"]
    assert listed["version"] == "1.0.0"
    before = client.get("/dumps/0.9.0/").get_json()
    assert before["version"] == "0.9.0"
    assert all("/dumps/0.9.0/" in file["href"] for file in before["files"])


def test_earlier_release_stays_where_it_was(client: FlaskClient, folder: Path) -> None:
    """A file of an earlier release is at its address, for ever; latest leads to the newest."""
    reply = client.get("/dumps/0.9.0/graph.nq")
    kept = folder.with_name("release-archive") / "0.9.0" / "graph.nq"

    assert reply.data == kept.read_bytes()
    assert "immutable" in reply.headers["Cache-Control"]
    latest = client.get("/dumps/latest/graph.nq")
    assert (latest.status_code, latest.headers["Location"]) == (
        302,
        f"{SITE}/dumps/1.0.0/graph.nq",
    )
    missing = client.get("/dumps/0.8.0/graph.nq", headers={"Accept": "application/json"})
    assert missing.status_code == 404
    assert missing.get_json()["releases"] == [f"{SITE}/dumps/1.0.0/", f"{SITE}/dumps/0.9.0/"]


def test_each_release_names_the_one_before_it(client: FlaskClient) -> None:
    """Lists and files lead to those of the release before; the first has none before it."""
    for path in ("", "graph.nq", "SHA256SUMS"):
        link = client.head(f"/dumps/1.0.0/{path}").headers["Link"]
        assert f'<{SITE}/dumps/0.9.0/{path}>; rel="predecessor-version"' in link
        assert "predecessor" not in client.head(f"/dumps/0.9.0/{path}").headers.get("Link", "")
    earlier = client.head("/dumps/0.9.0/graph.nq").headers["Link"]
    assert f'<{SITE}/dumps/0.9.0/>; rel="describedby"' in earlier
    linkset = client.get("/linkset").get_json(force=True)["linkset"]
    [file] = [each for each in linkset if each["anchor"] == f"{SITE}/dumps/1.0.0/graph.nq"]

    assert file["predecessor-version"] == [{"href": f"{SITE}/dumps/0.9.0/graph.nq"}]
    assert client.get("/dumps/1.0.0/").get_json()["previous"] == f"{SITE}/dumps/0.9.0/"
    assert client.get("/dumps/0.9.0/").get_json()["previous"] is None


def test_file_that_is_new_has_none_before_it(folder: Path, tmp_path: Path) -> None:
    """A file that the release before did not have leads to no other."""
    copy = shutil.copytree(folder, tmp_path / "release")
    before = tmp_path / "release-archive" / "0.9.0"
    shutil.copytree(folder.with_name("release-archive"), tmp_path / "release-archive")
    (before / "parties.csv").unlink()
    write_sums(before)
    client = make_app(copy)[0].test_client()

    assert "predecessor" not in client.head("/dumps/1.0.0/parties.csv").headers["Link"]
    assert "predecessor" in client.head("/dumps/1.0.0/graph.nt").headers["Link"]


@pytest.mark.parametrize("path", ["/catalogue.ttl", "/dumps/", "/dumps/1.0.0/"])
def test_catalogue_knows_the_release_before(client: FlaskClient, path: str) -> None:
    """DCAT 3: the dataset has a previous version, which resolves and has what DCAT-AP demands."""
    reply = client.get(path, headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=reply.data, format="turtle")
    before = URIRef(f"{BASE}dumps/0.9.0/")

    assert list(graph.subject_objects(DCAT.previousVersion)) == [(URIRef(f"{BASE}dataset"), before)]
    assert str(graph.value(before, DCAT.version)) == "0.9.0"
    assert graph.value(before, DCTERMS.title) is not None
    assert graph.value(before, DCTERMS.description) is not None
    first = client.get("/dumps/0.9.0/", headers={"Accept": "text/turtle"}).data
    assert b"previousVersion" not in first


def test_changes_are_told_in_words(client: FlaskClient) -> None:
    """A Party joined, a date was corrected, a label changed, a concept was withdrawn."""
    found = client.get("/changes/0.9.0..1.0.0").get_json()
    said = {(change["kind"], change["iri"].removeprefix(BASE)) for change in found["changes"]}
    words = " ".join(change["sentence"] for change in found["changes"])

    assert ("joined", "participation/FRA") in said
    assert ("corrected", "convention/2005") in said
    assert ("relabelled", "concept/c1") in said
    assert ("withdrawn", "concept/gone") in said
    assert ("withdrawn", "concept/lost") in said
    assert "A Party joined: France in the Convention." in words
    assert "The Convention: adopted on changed from 21 October 2005 to 20 October 2005." in words
    assert "Concept 1: name changed from “Concept One” to “Concept 1”." in words
    assert "Gone was withdrawn. “It was never in the document.”" in words
    assert "Lost was withdrawn; no reason was recorded." in words


def test_changes_come_as_text_page_and_data(client: FlaskClient) -> None:
    """The same changes are there for people, and as the triples added and removed."""
    text = client.get("/changes/0.9.0..1.0.0", headers={"Accept": "text/plain"}).data.decode()
    page = client.get("/changes/0.9.0..1.0.0", headers={"Accept": "text/html"}).data.decode()
    found = client.get("/changes/0.9.0..1.0.0").get_json()
    for kind in ("added", "removed"):
        reply = client.get(f"/changes/0.9.0..1.0.0/{kind}.nt")
        triples = list(parse(reply.data, format=RdfFormat.N_TRIPLES))
        assert len(triples) == found[kind]["triples"] > 0
        assert found[kind]["href"] == f"{SITE}/changes/0.9.0..1.0.0/{kind}.nt"

    assert "Parties that joined (1)" in text
    assert "A Party joined: France in the Convention." in text
    assert "Parties that joined" in page


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("/party/FRA.TTL", "/party/FRA.ttl"),
        ("/party/FRA.ttl/", "/party/FRA.ttl"),
        ("/changes/0.9.0..1.0.0/", "/changes/0.9.0..1.0.0"),
    ],
)
def test_what_is_misspelt_is_not_gone(client: FlaskClient, path: str, right: str) -> None:
    """Where earlier releases are kept too, a misspelt address leads to the right one."""
    reply = client.get(path)

    assert (reply.status_code, reply.headers["Location"]) == (301, SITE + right)


def test_links_of_what_went_are_gone(client: FlaskClient) -> None:
    """The links of a thing that only an earlier release describes answer as the thing does."""
    assert client.get("/linkset?of=concept/lost").status_code == 410


@pytest.mark.parametrize("suffix", ["", ".ttl", ".html"])
def test_what_only_an_earlier_release_describes_is_gone(client: FlaskClient, suffix: str) -> None:
    """A thing that went without a word answers 410, and says in which release it last was."""
    reply = client.get(f"/concept/lost{suffix}", headers={"Accept": "application/json"})
    told = reply.get_json()

    assert reply.status_code == 410
    assert "was in release 0.9.0 and is not in 1.0.0." in told["detail"]
    assert [each["href"] for each in told["earlier"]] == [
        f"{SITE}/dumps/0.9.0/",
        f"{SITE}/changes/0.9.0..1.0.0",
    ]
    assert client.get(f"/concept/never{suffix}").status_code == 404


def test_page_of_changes_says_how_many_and_leads_to_the_things(client: FlaskClient) -> None:
    """A sentence counts the changes; each change links the name of its thing."""
    found = client.get("/changes/0.9.0..1.0.0").get_json()
    page = client.get("/changes/0.9.0..1.0.0", headers={"Accept": "text/html"}).text

    assert found["summary"].startswith("1 Party joined, 2 things were withdrawn, 2 dates were ")
    assert f'<p class="lead">{found["summary"]}</p>' in page
    assert 'A Party joined: <a href="/participation/FRA">France in the Convention</a>.' in page
    assert '<a href="/dumps/0.9.0/">release 0.9.0</a>' in page
    back = client.get("/changes/1.0.0..1.0.0", headers={"Accept": "text/html"}).text
    assert "Nothing changed." in back


def test_list_of_an_earlier_release_names_that_release(client: FlaskClient) -> None:
    """Its page names its own version and its own sums, and leads to the newest."""
    page = client.get("/dumps/0.9.0/", headers={"Accept": "text/html"}).text
    newest = client.get("/dumps/", headers={"Accept": "text/html"}).text

    assert "Everything in release 0.9.0 of" in page
    assert "/dumps/0.9.0/SHA256SUMS" in page
    assert "/dumps/1.0.0/SHA256SUMS" not in page
    assert 'The newest is <a href="/dumps/1.0.0/">1.0.0</a>' in page
    assert "Everything in release 1.0.0 of" in newest
    assert "The newest is" not in newest


def test_added_and_removed_lead_from_one_release_to_the_other(client: FlaskClient) -> None:
    """The way back removes what the way there added."""
    there = client.get("/changes/0.9.0..1.0.0/added.nt").data
    back = client.get("/changes/1.0.0..0.9.0/removed.nt").data

    assert there == back
    assert client.get("/changes/1.0.0..1.0.0").get_json()["changes"] == []


def test_spans_are_listed(client: FlaskClient) -> None:
    """The list leads from each release to the next; what is no span is told so."""
    listed = client.get("/changes/").get_json()
    page = client.get("/changes/", headers={"Accept": "text/html"}).text

    assert '<a href="/changes/0.9.0..1.0.0">From 0.9.0 to 1.0.0</a>' in page
    assert client.get("/changes/", headers={"Accept": "a/b"}).status_code == 406
    assert [each["href"] for each in listed["changes"]] == [f"{SITE}/changes/0.9.0..1.0.0"]
    assert client.get("/changes/0.8.0..1.0.0").status_code == 404
    assert client.get("/changes/1.0.0").status_code == 404
    assert client.get("/changes/0.9.0..1.0.0/other.nt").status_code == 404
    assert client.get("/changes/0.9.0..1.0.0", headers={"Accept": "a/b"}).status_code == 406


def test_broken_earlier_release_is_told(folder: Path, tmp_path: Path) -> None:
    """What is kept is verified like what is served."""
    copy = shutil.copytree(folder, tmp_path / "release")
    shutil.copytree(folder.with_name("release-archive"), tmp_path / "release-archive")
    (tmp_path / "release-archive" / "0.9.0" / "graph.nq").write_bytes(b"")

    with pytest.raises(BrokenReleaseError, match=r"0\.9\.0/graph\.nq: expected SHA-256"):
        read_release(copy)


def test_kinds_of_change_are_told_apart() -> None:
    """A date that is replaced is corrected; one that is new is a change; a label is a label."""
    date = Literal("2005-10-20", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date"))

    assert find_kind(f"{ONTOLOGY}adoptionDate", [date], True) == "corrected"
    assert find_kind(f"{ONTOLOGY}adoptionDate", [date], False) == "changed"
    assert find_kind(LABEL, [Literal("a", language="en")], True) == "relabelled"


def test_change_of_a_part_is_told_of_the_whole() -> None:
    """A fragment is a part of its thing."""
    thing, label = NamedNode(f"{BASE}passage/x"), NamedNode(LABEL)
    part = NamedNode(f"{BASE}passage/x#quote")
    same = Triple(thing, label, Literal("X", language="en"))
    before = frozenset({same})
    found = compare(
        before, before | {Triple(part, label, Literal("Q", language="en"))}, ONTOLOGY, str
    )

    assert [(change.kind, change.iri) for change in found.changes] == [("changed", thing.value)]


@pytest.fixture
def pond(tmp_path: Path) -> Path:
    return shutil.copytree(POND, tmp_path / "pond")


WITHDRAWN = """\
concept/duck:
  label: duck
  date: 2021-05-01
  reason: The document never said it.
  replaced_by: convention/2011
"""


def test_withdrawn_iri_stays_known(pond: Path, tmp_path: Path) -> None:
    """What is withdrawn is published with its day and reason, and answers 410 with them."""
    (pond / "withdrawn.yaml").write_text(WITHDRAWN, "utf-8")
    built = build(pond)
    thing = URIRef(f"{built.treaty.dataset.base}concept/duck")
    graph: Graph = built.dataset["catalogue"]

    assert str(graph.value(thing, PROV.invalidatedAtTime)) == "2021-05-01T00:00:00Z"
    assert str(graph.value(thing, SKOS.changeNote)) == "The document never said it."
    assert str(graph.value(thing, DCTERMS.isReplacedBy)).endswith("convention/2011")
    folder = write_built(built, tmp_path / "release")
    reply = make_app(folder)[0].test_client().get("/concept/duck")
    assert reply.status_code == 410
    assert b"The document never said it." in reply.data


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("concept/duck:", "convention/2011:", "is withdrawn, and yet described"),
        ("2021-05-01", "2021-02-30", "a date that exists"),
        (
            "  reason: The document never said it.\n",
            "",
            "reason of concept/duck is required",
        ),
        ("replaced_by: convention/2011", "replaced_by: concept/swan", "not described"),
        ("replaced_by", "instead", "is not a key here"),
        ("concept/duck:", "a b:", "a path is required"),
    ],
)
def test_fault_of_the_withdrawn_is_told(pond: Path, old: str, new: str, message: str) -> None:
    """A fault is told with its file and line."""
    (pond / "withdrawn.yaml").write_text(WITHDRAWN.replace(old, new), "utf-8")

    with pytest.raises(SourcesError, match=message) as found:
        build(pond)
    assert "withdrawn.yaml:" in str(found.value)


def test_build_keeps_the_release_before_it(tmp_path: Path) -> None:
    """A release of another version goes to the folder beside the new one; the same one stays."""
    out = tmp_path / "release"
    write_built(_build("0.1.0"), out)
    write_built(_build("0.1.0"), out)
    assert not out.with_name("release-archive").exists()

    write_built(_build("0.2.0"), out)

    assert [path.name for path in out.with_name("release-archive").iterdir()] == ["0.1.0"]
    release = read_release(out)
    assert (release.version, [each.version for each in release.earlier]) == ("0.2.0", ["0.1.0"])


def test_version_that_is_there_with_other_bytes_is_refused(tmp_path: Path) -> None:
    """What /dumps/VERSION/ has served never changes: the files are named, and nothing written."""
    out = write_built(_build("0.1.0"), tmp_path / "out" / "release")
    before = _read(out)

    with pytest.raises(OutputError) as raised:
        write_built(_build("0.1.0", is_changed=True), out)

    assert "release 0.1.0 must keep its bytes; found others in SHA256SUMS, " in str(raised.value)
    assert ", graph.nt, " in str(raised.value)
    assert "Raise `version` in treaty.toml" in str(raised.value)
    assert _read(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["release"]


@pytest.mark.parametrize("version", ["0.1.0", "0.3.0"])
def test_earlier_release_is_never_changed_nor_dropped(tmp_path: Path, version: str) -> None:
    """The archive has each version once: one built again, or replaced, must be equal to it."""
    out = write_built(_build("0.1.0"), tmp_path / "release")
    write_built(_build("0.2.0"), out)
    archive = out.with_name("release-archive")
    if version == "0.3.0":
        shutil.copytree(out, archive / "0.2.0")
        (archive / "0.2.0" / "graph.nt").write_text("")
    before = _read(out)

    with pytest.raises(OutputError, match=r"release 0\.[12]\.0 must keep its bytes; found others"):
        write_built(_build(version, is_changed=version == "0.1.0"), out)

    assert _read(out) == before


def test_equal_copy_among_the_earlier_releases_is_kept(tmp_path: Path) -> None:
    """To build a version again and replace one whose copy is equal is no fault."""
    out = write_built(_build("0.1.0"), tmp_path / "release")
    for version in ("0.2.0", "0.1.0", "0.2.0"):
        write_built(_build(version), out)

    kept = {path.name for path in out.with_name("release-archive").iterdir()}
    assert kept == {"0.1.0", "0.2.0"}


def test_version_is_read_and_not_searched_for(tmp_path: Path) -> None:
    """The version of the release before is known however its description is written."""
    out = write_built(_build("0.1.0"), tmp_path / "release")
    void = out / "void.ttl"
    whole = Graph().parse(data=void.read_text("utf-8"), format="turtle")
    void.write_text(whole.serialize(format="nt"), "utf-8")

    write_built(_build("0.2.0"), out)

    assert (out.with_name("release-archive") / "0.1.0" / "void.ttl").is_file()


@pytest.mark.parametrize("text", ["", "no Turtle", None])
def test_release_without_a_version_is_not_dropped(tmp_path: Path, text: str | None) -> None:
    """A release that does not say its version cannot be kept, so it is not replaced."""
    out = write_built(_build("0.1.0"), tmp_path / "release")
    (out / "void.ttl").unlink()
    if text is not None:
        (out / "void.ttl").write_text(text)
    before = _read(out)

    with pytest.raises(OutputError, match=r"one dcat:version, like 1\.0\.0, is required; "):
        write_built(_build("0.2.0"), out)

    assert _read(out) == before


@cache
def _build(version: str, *, is_changed: bool = False) -> Build:
    """Return a small dataset of a version, perhaps with another label, built once."""
    with tempfile.TemporaryDirectory() as folder:
        pond = shutil.copytree(POND, Path(folder) / "pond")
        treaty, entities = pond / "treaty.toml", pond / "entities.yaml"
        text = re.sub(r'version = "[^"]+"', f'version = "{version}"', treaty.read_text("utf-8"))
        treaty.write_text(text, "utf-8")
        if is_changed:
            changed = entities.read_text("utf-8").replace("Mallardby}", "Mallardbyy}")
            entities.write_text(changed, "utf-8")
        return build(pond)


def _read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
