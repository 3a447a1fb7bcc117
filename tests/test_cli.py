"""The command line: each command alone, right exit codes, clear failures."""

import json
import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from server.cli import build_parser
from server.settings import Settings
from tests.http_fixtures import find_port, write_sums

ROOT = Path(__file__).parents[1]
POND = Path(__file__).parent / "data" / "pond-treaty"
CDCE = [sys.executable, "-c", "import sys; from server.cli import main; sys.exit(main())"]
ENV = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def run(
    *arguments: str | Path, cwd: Path, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CDCE, *map(str, arguments)],
        cwd=cwd,
        env=ENV,
        input=stdin,
        errors="surrogateescape",
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release of the pond treaty."""
    folder = tmp_path_factory.mktemp("pond")
    done = run("build", "--sources", POND, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_build_lists_files_and_says_nothing_else_when_piped(tmp_path: Path) -> None:
    """One line a file with size and sum; progress is for a terminal."""
    done = run("build", "--sources", POND, "--out", "out", cwd=tmp_path)

    names = {line.rpartition("/")[2] for line in done.stdout.splitlines()}
    assert (done.returncode, done.stderr) == (0, "")
    assert names == {path.name for path in (tmp_path / "out").iterdir()} - {"SHA256SUMS"}


def test_build_shows_progress_on_a_terminal(tmp_path: Path) -> None:
    """Each step is named while a person waits."""
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [*CDCE, "build", "--sources", str(POND)],
        cwd=tmp_path,
        env=ENV,
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    ) as build:
        build.wait(60)
    os.close(terminal)
    shown = os.read(screen, 4096).decode()
    os.close(screen)

    assert "validating" in shown


def test_build_with_faults_fails_and_lists_them_all(tmp_path: Path) -> None:
    """Exit code 1, every fault on standard error, and no release."""
    sources = Path(shutil.copytree(POND, tmp_path / "pond"))
    parties = (sources / "parties.csv").read_text("utf-8")
    (sources / "parties.csv").write_text(parties.replace("2011-10-05", "2011-13-05"), "utf-8")
    (sources / "entities.yaml").unlink()

    done = run("build", "--sources", sources, cwd=tmp_path)

    assert done.returncode == 1
    assert "entities.yaml: the file is required; found none" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "release").exists()


def test_validate_says_that_a_release_conforms(folder: Path) -> None:
    """Sums and shapes are checked."""
    done = run("validate", cwd=folder)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("release: conforms; ")


def test_validate_refuses_a_changed_release(folder: Path, tmp_path: Path) -> None:
    """A file that is not what SHA256SUMS says is named."""
    changed = Path(shutil.copytree(folder / "release", tmp_path / "release"))
    with (changed / "graph.nt").open("a") as file:
        file.write("# more\n")

    done = run("validate", cwd=tmp_path)

    assert done.returncode == 1
    assert "graph.nt" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("shapes.ttl", None, "shapes.ttl: this file is required; found none"),
        ("graph.nt", "garbage\n", "graph.nt: RDF is required; "),
        ("graph.nq", "garbage\n", "graph.nq does not load: "),
    ],
)
def test_release_with_right_sums_of_wrong_files_is_told(
    folder: Path, tmp_path: Path, name: str, content: str | None, words: str
) -> None:
    """A file that is no RDF, or is not there, is named; no other folder's is read for it."""
    changed = Path(shutil.copytree(folder / "release", tmp_path / "release"))
    (changed / name).unlink()
    if content is not None:
        (changed / name).write_text(content)
    write_sums(changed)

    command = ["query", "ASK {}"] if name == "graph.nq" else ["validate"]
    done = run(*command, cwd=tmp_path)

    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_validate_without_a_release_says_how_to_build_one(tmp_path: Path) -> None:
    """Nothing is built that was only to be checked."""
    done = run("validate", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert "release: this is no release: " in done.stderr
    assert "`cdce build` makes one" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["validate"], ["query", "ASK {}"]], ids=lambda words: words[0])
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("typo", "no such folder"),
        ("empty", "an empty folder"),
        ("other", "a folder without SHA256SUMS"),
        ("other/file", "a file"),
    ],
)
def test_a_named_folder_without_a_release_is_an_error(
    tmp_path: Path, command: list[str], name: str, found: str
) -> None:
    """The message says what the folder is; nothing is built there."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").touch()

    done = run(*command, "--release", name, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{name}: this is no release: ")
    assert f"found {found}" in done.stderr
    assert not (tmp_path / "typo").exists()
    assert list((tmp_path / "empty").iterdir()) == []


def test_serve_from_a_folder_of_something_else_says_so(tmp_path: Path) -> None:
    """It is built where there is nothing, and nowhere else."""
    (tmp_path / "file").touch()
    done = run("serve", "--release", ".", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith(".: this is no release: ")


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (["ASK { ?s a cdce:Convention }"], None),
        (["question.rq"], None),
        ([], "ASK { ?s a cdce:Convention }"),
    ],
)
def test_query_from_text_file_and_standard_input(
    folder: Path, arguments: list[str], stdin: str | None
) -> None:
    """All three ways give the answer; prefixes of the release need no declaration."""
    (folder / "question.rq").write_text("ASK { ?s a cdce:Convention }")

    done = run("query", *arguments, cwd=folder, stdin=stdin)

    assert (done.returncode, done.stdout) == (0, "true\n"), done.stderr


def test_query_answers_in_other_formats(folder: Path) -> None:
    """JSON results, CSV rows and a graph in Turtle."""
    select = "SELECT ?c { ?c a cdce:Convention }"
    found = json.loads(run("query", select, "--format", "json", cwd=folder).stdout)

    assert (
        found["results"]["bindings"][0]["c"]["value"] == "https://pond.example.org/convention/2011"
    )
    assert run("query", select, "--format", "csv", cwd=folder).stdout.splitlines()[0] == "c"
    assert "a cdce:Convention" in run("query", "DESCRIBE convention:2011", cwd=folder).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["SELECT * WHERE { ?s ?p }"], 1, "line 1, column 24"),
        (["SELECT * {}", "--format", "papyrus"], 2, "expected one of table, json, xml, csv, "),
        (["SELECT * {}", "--format", "papyrus"], 2, "found 'papyrus'"),
        (["ASK {}", "--format", "ttl"], 1, "one of table, json, xml is required; found ttl"),
        (["SELECT * {}", "--format", "nt"], 1, "one of table, json, xml, csv, tsv is required"),
        (["DESCRIBE <a:b>", "--format", "csv"], 1, "one of table, ttl, jsonld, nt, rdf, trig, nq"),
        (["questions/none.rq"], 1, "questions/none.rq: the name of a file or a query is required"),
        (["none.sparql"], 1, "found no such file"),
        (["SELECT * { ?s ?p ?o }#.rq"], 0, ""),
        (["INSERT DATA { <a:a> <a:b> 1 }"], 1, "read-only"),
        (["SELECT * {}", "--nonsense"], 2, "unrecognized arguments"),
    ],
)
def test_query_that_has_no_answer_says_why(
    folder: Path, arguments: list[str], code: int, words: str
) -> None:
    """The exit code tells a failure from wrong use; the message says where and what."""
    done = run("query", *arguments, cwd=folder)

    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("INSERT DATA {}", "query: line 1, column 1: This is an update"),
        ("SELECT * { ?s foo:bar ?o }", "query: line 1, column 15: The prefix foo: is not declared"),
        ("ASK { ?s a cdce:Convention ", "query: line 1, column 28: Found the end of the query"),
        ("ASK {\n ?s a cdce:Convention }}", "query: line 2, column 24: "),
        ("", "query: SELECT, ASK, CONSTRUCT or DESCRIBE is required; found an empty text"),
        (" \n", "found an empty text"),
        ("ASK {\n 'é\udcff' }", "line 2, column 4: UTF-8 is required; found the byte FF"),
        ("SELECT * {} # " + "é" * 200, ""),
    ],
)
@pytest.mark.parametrize("way", ["argument", "file", "standard input"])
def test_query_tells_the_place_in_the_text_that_was_given(
    folder: Path, text: str, words: str, way: str
) -> None:
    """Lines and columns are those of the user, whatever was put before the text."""
    (folder / "given.rq").write_bytes(text.encode("utf-8", "surrogateescape"))
    arguments = {"argument": [text], "file": ["given.rq"]}.get(way, [])

    done = run("query", *arguments, cwd=folder, stdin=text)

    assert words in done.stderr
    assert done.returncode == (1 if words else 0)
    assert done.stderr.count("\n") == (1 if words else 0)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { VALUES ?prefix { cdce:Convention } ?s a ?prefix }",
        "# PREFIX and no more\nASK { ?s a cdce:Convention }",
        "ASK { ?s a cdce:Convention FILTER('PREFIX a: <b:c>' != '') }",
        "PREFIX a: <https://pond.example.org/convention/> ASK { a:2011 a cdce:Convention }",
        "PREFIX convention: <https://pond.example.org/ontology#> ASK { ?s ?p ?o }",
    ],
)
def test_query_declares_what_it_uses_of_the_release(folder: Path, text: str) -> None:
    """A prefix needs no declaration, whichever words and other declarations a query holds."""
    done = run("query", text, cwd=folder)

    assert (done.returncode, done.stdout) == (0, "true\n"), done.stderr


def test_query_tells_formats_and_time_limit_in_its_help() -> None:
    """Whoever waits for an answer knows how long, and in which forms it may come."""
    words = " ".join(run("query", "--help", cwd=ROOT).stdout.split())

    assert "table, json, xml, csv, tsv, ttl, jsonld, nt, rdf, trig, nq; default: table" in words
    assert "longer than 600 s is stopped" in words


def test_query_from_a_file_that_cannot_be_read_says_so(folder: Path) -> None:
    """A file of the system that refuses to be read is named."""
    done = run("query", "/proc/self/mem", cwd=folder)

    assert done.returncode == 1
    assert done.stderr == "/proc/self/mem: the file cannot be read: Input/output error\n"


def test_serve_says_where_answers_and_stops_on_a_signal(folder: Path) -> None:
    """Addresses are printed, a thing resolves, and SIGTERM ends it with exit code 0."""
    port = find_port()
    with subprocess.Popen(
        [*CDCE, "serve", "--port", str(port)],
        cwd=folder,
        env=ENV,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        first = server.stdout.readline()
        address = f"http://127.0.0.1:{port}/convention/2011.ttl"
        with urllib.request.urlopen(address, timeout=10) as answer:
            body = answer.read().decode()
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0

    assert f"http://127.0.0.1:{port}/" in first
    assert "cdce:Convention" in body


def test_serve_on_a_port_in_use_says_so(folder: Path) -> None:
    """The message names the port and the option."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        started = time.monotonic()
        done = run("serve", "--port", str(port), cwd=folder)

    assert done.returncode == 1
    assert f"127.0.0.1:{port}: Address already in use; choose another --port" in done.stderr
    assert time.monotonic() - started < 30


def test_serve_lists_every_limit_in_its_help() -> None:
    """Each limit stands in the help with its value."""
    done = run("serve", "--help", cwd=ROOT)

    assert done.returncode == 0
    for limit in Settings().describe():
        assert f"  {limit.name}={limit.value} " in done.stdout


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("speed=9", "expected one of query_seconds, "),
        ("rows=0", "rows: expected a whole number above 0; found '0'"),
        ("rows=many", "rows: expected a whole number above 0; found 'many'"),
        ("rows=1.5", "rows: expected a whole number above 0; found '1.5'"),
        ("rows", "rows: expected a whole number above 0; found ''"),
        ("query_seconds=0", "query_seconds: expected a number above 0 and at most 86400; found"),
        ("query_seconds=inf", "at most 86400; found 'inf'"),
        ("query_seconds=nan", "at most 86400; found 'nan'"),
        ("retry_after_seconds=86401", "expected a whole number above 0 and at most 86400; found"),
    ],
)
def test_serve_with_a_limit_that_is_none_is_wrong_use(folder: Path, value: str, words: str) -> None:
    """The exit code is 2, and the message names what may be set."""
    done = run("serve", "--limit", value, cwd=folder)

    assert done.returncode == 2
    assert words in done.stderr


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://127.0.0.1/", "http or https"),
        ("http://127.0.0.1:99999/", "http or https"),
        ("http://[::1/", "http or https"),
        ("http://127.0.0.1:9/sparql", "the engine gives no whole answer: Connection refused\n"),
        ("http://no.such.host.invalid/", "the engine gives no whole answer: "),
    ],
)
def test_serve_from_an_engine_that_is_not_there_says_so(folder: Path, url: str, words: str) -> None:
    """Exit code 1 and one message with the address, no traceback."""
    done = run("serve", "--store", url, "--port", str(find_port()), cwd=folder)

    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert "Error(" not in done.stderr


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--port", "70000", "expected a number from 1 to 65535; found '70000'"),
        ("--port", "0", "expected a number from 1 to 65535; found '0'"),
        ("--port", "-1", "expected a number from 1 to 65535; found '-1'"),
        ("--port", "http", "expected a number from 1 to 65535; found 'http'"),
        ("--proxies", "-1", "expected 0 or a whole number above; found '-1'"),
        ("--site", "nope", "expected an address such as https://example.org/; found 'nope'"),
        ("--site", "ftp://x", "found 'ftp://x'"),
        ("--site", "http://", "found 'http://'"),
        ("--site", "http://x:99999/", "found 'http://x:99999/'"),
        ("--site", "http://x/?a", "found 'http://x/?a'"),
        ("--site", "http://[x/", "found 'http://[x/'"),
        ("--store-timeout", "x", "such as timeout={seconds} or timeout={milliseconds}; found 'x'"),
        ("--store-timeout", "x={hours}", "found 'x={hours}'"),
    ],
)
def test_serve_with_a_value_that_no_server_can_have_is_wrong_use(
    tmp_path: Path, option: str, value: str, words: str
) -> None:
    """The exit code is 2, nothing is built, and the message says what is required and found."""
    done = run("serve", option, value, cwd=tmp_path)

    assert done.returncode == 2
    assert f"argument {option}: expected " in done.stderr
    assert words in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_time_out_for_no_store_is_wrong_use(tmp_path: Path) -> None:
    """How an engine is told its limit says nothing without the engine."""
    done = run("serve", "--store-timeout", "timeout={seconds}", cwd=tmp_path)

    assert done.returncode == 2
    assert done.stderr == "cdce serve: --store-timeout requires --store; found none\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "site"),
    [
        ("http://example.org", "http://example.org/"),
        ("https://example.org:8443/data//", "https://example.org:8443/data/"),
        ("http://[::1]:80", "http://[::1]:80/"),
    ],
)
def test_the_address_of_a_site_ends_in_a_slash(given: str, site: str) -> None:
    """Addresses below it are printed right."""
    options = build_parser().parse_args(["serve", "--site", given])

    assert options.site == site


def test_how_an_engine_is_told_the_limit_is_kept() -> None:
    """A parameter with its placeholder, perhaps beside others, is right use."""
    for given in ("timeout={seconds}", "a=b&timeout={milliseconds}ms"):
        options = build_parser().parse_args(["serve", "--store-timeout", given])
        assert options.store_timeout == given


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid", "300.1.1.1", "a" * 70])
def test_serve_at_a_host_of_nobody_says_so(folder: Path, host: str) -> None:
    """An address that is unknown or not of this machine is told in one line, with the option."""
    port = find_port()
    done = run("serve", "--host", host, "--port", str(port), cwd=folder)

    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert line.startswith(f"{host}:{port}: ")
    assert line.endswith("; --host must be an address of this machine")
