"""A release is served only if it is whole; its files can be fetched in parts and verified."""

from __future__ import annotations

import base64
import gzip
import hashlib
import socket
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

from server.http.errors import BrokenReleaseError
from server.http.files import OpenFile, PartReader
from server.http.messages import Part
from server.linked.card import Card, read_card
from server.linked.listing import find_content_type, find_purpose
from server.releases.release import NEEDED, Release, read_release
from tests.http_fixtures import (
    BASE,
    SITE,
    ask,
    hold_port,
    make_app,
    run_process,
    run_server,
    write_release,
    write_sums,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_release(tmp_path / "release")


@pytest.fixture
def client(folder: Path) -> FlaskClient:
    return make_app(folder)[0].test_client()


def test_description_is_read_once_for_all_files(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many requests for files, or for parts of one, read the description of the release once."""
    read: list[str] = []

    def note(release: Release) -> Card:
        read.append(release.version)
        return read_card(release)

    monkeypatch.setattr("server.linked.dumps.read_card", note)
    for name in ("graph.nt", "parties.csv", "graph.nt"):
        reply = client.get(f"/dumps/1.0.0/{name}", headers={"Range": "bytes=0-9"})
        assert reply.status_code == 206

    assert read == ["1.0.0"]


def test_release_says_what_it_is(folder: Path) -> None:
    """The base, title, version, licence and short names come from the release itself."""
    release = read_release(folder)

    assert (release.base, release.vocabulary) == (BASE, BASE)
    assert release.dataset == f"{BASE}dataset"
    assert (release.title, release.version, release.issued) == (
        "Tiny Graph",
        "1.0.0",
        "2026-11-24",
    )
    assert release.licence == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert release.attribution == "The authors"
    assert release.prefixes["skos"] == "http://www.w3.org/2004/02/skos/core#"
    assert release.files["parties.csv"].size == 23


def test_release_without_sums_is_refused(folder: Path) -> None:
    """A folder without SHA256SUMS is half-written."""
    (folder / "SHA256SUMS").unlink()

    with pytest.raises(BrokenReleaseError, match="SHA256SUMS"):
        read_release(folder)


def test_every_damaged_file_is_named(folder: Path) -> None:
    """All damaged and missing files are reported at once."""
    (folder / "graph.nt").write_bytes(b"")
    (folder / "parties.csv").unlink()

    with pytest.raises(BrokenReleaseError) as found:
        read_release(folder)
    assert "graph.nt: expected SHA-256" in str(found.value)
    assert "parties.csv" in str(found.value)


@pytest.mark.parametrize("name", NEEDED)
def test_release_without_a_needed_file_is_refused(folder: Path, name: str) -> None:
    """A release lacks none of the files that the server reads."""
    (folder / name).unlink()
    (folder / "SHA256SUMS").unlink()
    write_sums(folder)

    with pytest.raises(BrokenReleaseError, match=name):
        read_release(folder)


@pytest.mark.parametrize("line", ["", "x  y", f"{'0' * 64}  ../etc/passwd", f"{'0' * 64}  .hidden"])
def test_sums_that_name_no_file_are_refused(folder: Path, line: str) -> None:
    """Each line of SHA256SUMS is a sum and the name of a file of the folder itself."""
    with (folder / "SHA256SUMS").open("a", encoding="utf-8") as file:
        file.write(line + "\n")

    with pytest.raises(BrokenReleaseError, match="expected SHA-256 and file name"):
        read_release(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("report.ttl", "sh:conforms true", "sh:conforms false", "expected sh:conforms true"),
        ("report.ttl", "sh:conforms true", "sh:shapesGraphWellFormed true", "found nothing"),
        ("void.ttl", 'dcat:version "1.0.0" ;', "", "expected one dataset"),
        ("void.ttl", '"1.0.0"', '"1/0"', "expected an http address"),
        ("void.ttl", "a void:Dataset", "a void:Dataset . .", "expected Turtle"),
        ("ontology.ttl", "owl:Ontology", "owl:Thing", "expected one owl:Ontology"),
    ],
)
def test_release_that_says_wrong_things_is_refused(
    folder: Path, name: str, old: str, new: str, message: str
) -> None:
    """A report that does not conform and a description that lacks something stop a release."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")
    (folder / "SHA256SUMS").unlink()
    write_sums(folder)

    with pytest.raises(BrokenReleaseError, match=message):
        read_release(folder)


def test_list_names_every_file_with_its_sum(folder: Path, client: FlaskClient) -> None:
    """The list in JSON names every file, where it is, how large, and its sum."""
    listed = {file["name"]: file for file in client.get("/dumps/").get_json()["files"]}

    assert set(listed) == set(read_release(folder).files)
    for name, file in listed.items():
        reply = client.get(file["href"].removeprefix(SITE))
        assert file["size"] == len(reply.data)
        assert file["sha256"] == hashlib.sha256(reply.data).hexdigest()
        assert file["purpose"]
        assert reply.headers["Content-Type"].startswith(file["media_type"]), name


def test_list_says_the_same_in_turtle(client: FlaskClient) -> None:
    """The list in Turtle has the sizes and sums of the list in JSON."""
    text = client.get("/dumps/", headers={"Accept": "application/n-triples"}).data
    triples = [quad.triple for quad in parse(text, format=RdfFormat.N_TRIPLES)]
    said = {(str(t.subject)[1:-1], getattr(t.object, "value", "")) for t in triples}
    listed = {file["name"]: file for file in client.get("/dumps/").get_json()["files"]}

    assert "catalogue.ttl" in listed
    for name in listed.keys() - {"catalogue.ttl"}:
        address = f"{BASE}dumps/1.0.0/{name}"
        assert (address, str(listed[name]["size"])) in said
        assert (f"{address}#checksum", listed[name]["sha256"]) in said


def test_digest_is_that_of_the_file(folder: Path, client: FlaskClient) -> None:
    """Repr-Digest is the SHA-256 of the whole file, also where a part is sent."""
    digest = base64.b64encode(hashlib.sha256((folder / "graph.nt").read_bytes()).digest())
    expected = f"sha-256=:{digest.decode()}:"

    assert expected == client.get("/dumps/1.0.0/graph.nt").headers["Repr-Digest"]
    part = client.get("/dumps/1.0.0/graph.nt", headers={"Range": "bytes=1-2"})
    assert expected == part.headers["Repr-Digest"]


def test_parts_make_the_whole(folder: Path) -> None:
    """A download in parts with If-Range gives the bytes of the file, from a running server."""
    whole = (folder / "graph.nt").read_bytes()
    with hold_port() as port, run_server(make_app(folder)[0], port):
        path, parts, step = "/dumps/1.0.0/graph.nt", b"", 7001
        tag = ask(port, "HEAD", path).headers["etag"]
        while len(parts) < len(whole):
            span = f"bytes={len(parts)}-{len(parts) + step - 1}"
            found = ask(port, "GET", path, {"Range": span, "If-Range": tag})
            assert found.status == 206
            parts += found.body

    assert whole == parts


def test_packed_file_is_a_file_of_its_own(folder: Path) -> None:
    """A .gz file is sent as it is, not as an encoding of another."""
    (folder / "graph.nt.gz").write_bytes(gzip.compress((folder / "graph.nt").read_bytes(), mtime=0))
    (folder / "SHA256SUMS").unlink()
    write_sums(folder)
    reply = (
        make_app(folder)[0]
        .test_client()
        .get("/dumps/1.0.0/graph.nt.gz", headers={"Accept-Encoding": "gzip"})
    )

    assert reply.headers["Content-Type"] == "application/gzip"
    assert "Content-Encoding" not in reply.headers
    assert gzip.decompress(reply.data) == (folder / "graph.nt").read_bytes()


def test_only_listed_files_are_served(folder: Path) -> None:
    """A file that lies in the folder but not in the sums is not served."""
    (folder / "notes.txt").write_text("private", "utf-8")

    assert make_app(folder)[0].test_client().get("/dumps/1.0.0/notes.txt").status_code == 404


def test_file_stays_what_it_was(folder: Path, client: FlaskClient) -> None:
    """A release put in the place of the one that is served changes no byte that is sent."""
    before = (folder / "parties.csv").read_bytes()
    folder.rename(folder.with_name("old"))
    write_release(folder)
    (folder / "parties.csv").write_bytes(b"another")

    assert before == client.get("/dumps/1.0.0/parties.csv").data


def test_part_reads_like_a_file(tmp_path: Path) -> None:
    """A part of a file is read from its start to its end, wherever one goes in it."""
    path = tmp_path / "x"
    path.write_bytes(b"0123456789")
    with PartReader(Part(OpenFile(path), 2, 5)) as part:
        assert (part.read(2), part.tell(), part.read(), part.read()) == (b"23", 2, b"456", b"")
        assert (part.seek(0, 2), part.seek(-2, 1), part.read(9)) == (5, 3, b"56")
        assert part.seek(-9) == 0


@pytest.mark.parametrize(
    ("name", "content_type", "words"),
    [
        ("graph.nt", "application/n-triples; charset=utf-8", "The whole graph"),
        ("graph.nq.gz", "application/gzip", "packed with gzip"),
        ("parties.csv", "text/csv; charset=utf-8; header=present", "spreadsheet"),
        ("SHA256SUMS", "text/plain; charset=utf-8", "check a download"),
        ("graph-article.ttl", "text/turtle; charset=utf-8", "Graph article"),
    ],
)
def test_file_says_what_it_is(name: str, content_type: str, words: str) -> None:
    """Each file has its type and its purpose by its name."""
    assert content_type == find_content_type(name)
    assert words in find_purpose(name)


def test_stopped_downloads_cost_nothing(tmp_path: Path) -> None:
    """Clients that stop reading hold no thread and no turn: others are served at once."""
    folder = write_release(tmp_path / "release")
    (folder / "graph.nt").write_bytes((folder / "graph.nt").read_bytes() * 100)
    (folder / "SHA256SUMS").unlink()
    write_sums(folder)
    with run_process(folder) as port, ExitStack() as stopped:
        for _ in range(24):
            client = stopped.enter_context(socket.socket())
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.connect(("127.0.0.1", port))
            client.sendall(b"GET /dumps/1.0.0/graph.nt HTTP/1.1\r\nHost: x\r\n\r\n")
            assert client.recv(12) == b"HTTP/1.1 200"
        start = time.monotonic()
        for _ in range(10):
            assert ask(port, "GET", "/party/FRA.ttl").status == 200
            assert ask(port, "GET", "/dumps/1.0.0/parties.csv").status == 200

        assert time.monotonic() - start < 5
