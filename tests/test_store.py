"""The store answers whole, in the right graphs and formats, or says why not."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest

from server.engine.refusals import explain_syntax
from server.engine.rows import count_at_most, find_marker
from server.engine.store import (
    Answer,
    Busy,
    Closed,
    Dataset,
    EmbeddedStore,
    NotAcceptable,
    QueryError,
    RemoteStore,
    StartError,
    Store,
    TimeExceeded,
    TooLarge,
    WorkerLost,
)
from server.engine.tokens import find_missing, find_undeclared
from server.formats import BY_NAME, Form, Format, find_formats
from server.settings import OWN, Settings

BASE = "http://localhost/sparql"
QUADS = """\
<http://e/a> <http://e/p> "in both" <http://e/g> .
<http://e/a> <http://e/p> "in both" <http://e/h> .
<http://e/a> <http://e/p> "only in g" <http://e/g> .
<http://e/b> <http://e/p> "only in h"@en <http://e/h> .
<http://e/c> <http://e/p> "in no graph" .
"""
ROWS = 5
SETTINGS = Settings(workers=2, slow_workers=1, query_seconds=5, rows=ROWS, answer_bytes=10_000)
FORMATS: dict[Form, Format | None] = {
    "solutions": BY_NAME["json"],
    "boolean": BY_NAME["json"],
    "graph": BY_NAME["ttl"],
}
ALL = "SELECT ?o { ?s ?p ?o }"
MIXED = """
SELECT ?o FROM <http://e/g> FROM <http://e/h> FROM NAMED <http://e/g>
{ ?s ?p ?o GRAPH ?x { ?s ?p ?o } }
"""
NAMED = "SELECT ?o { GRAPH ?g { ?s ?p ?o } }"
IN_G = ["in both", "only in g"]
IN_H = ["in both", "only in h"]
BOTH = ["in both", "only in g", "only in h"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("release")
    (folder / "graph.nq").write_text(QUADS, encoding="utf-8")
    opened = EmbeddedStore(folder, SETTINGS, {"e": "http://e/", "x": "http://x/"})
    yield opened
    opened.close()


def ask(
    store: Store, text: str, dataset: Dataset | None = None, **formats: Format | None
) -> Answer:
    wanted: dict[Form, Format | None] = {**FORMATS, **formats}  # type: ignore[dict-item]
    return store.query(text, base=BASE, dataset=dataset or Dataset(), formats=wanted)


def values(store: Store, text: str, dataset: Dataset | None = None) -> list[str]:
    rows = json.loads(ask(store, text, dataset).body)["results"]["bindings"]
    return sorted(term["value"] for row in rows for term in row.values())


def refusal(store: Store, text: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        ask(store, text)
    return caught.value


def test_default_graph_is_the_merge_of_all_graphs(store: EmbeddedStore) -> None:
    """Without a dataset, each triple of any graph is there exactly once."""
    assert values(store, ALL) == ["in both", "in no graph", "only in g", "only in h"]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?o { ?s ?p ?o FILTER(?o != 'GRAPH') }",
        "SELECT ?o { ?s ?p ?o } # FROM <http://e/g>",
        "SELECT ?o { ?s ?p ?o FILTER(1<2&&'FROM'!='>') }",
        "SELECT ?o { ?s <http://e/\\u0070> ?o }",
    ],
)
def test_words_that_only_look_like_a_dataset_change_nothing(
    store: EmbeddedStore, text: str
) -> None:
    """The default graph is the same where GRAPH or FROM stand in a string or a comment."""
    assert values(store, text) == values(store, ALL)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT ?o FROM <http://e/g> { ?s ?p ?o }", IN_G),
        ("SELECT ?o\nfrom<http://e/h>WHERE{?s ?p ?o}", IN_H),
        ("SELECT ?o FROM <http://e/unknown> { ?s ?p ?o }", []),
        ("SELECT ?o FROM <http://e/g> FROM <http://e/h> { ?s ?p ?o }", BOTH),
        ("PREFIX x: <http://e/>SELECT ?o FROM x:g FROM # <\n<http://e/h>{ ?s ?p ?o }", BOTH),
        ("BASE <http://e/> SELECT ?o FROM <g> FROM <h> { ?s ?p ?o }", BOTH),
        (
            "BASE <http://f/> BASE <//e> PREFIX : <x> SELECT ?o FROM <g> FROM </h> { ?s ?p ?o }",
            BOTH,
        ),
        ("BASE <http://e/> PREFIX x: <.> SELECT ?o FROM x:g FROM <h> { ?s ?p ?o }", BOTH),
        ("SELECT ?o FROM <http://e/\\u0067> FROM <http://e/h> { ?s ?p ?o }", BOTH),
        ("PREFIX x: <http://e/> SELECT ?o FROM x:a\\-b FROM x:h { ?s ?p ?o }", IN_H),
        ("SELECT ?o FROM <http://e/g> FROM NAMED <http://e/h> { ?s ?p ?o }", IN_G),
        (MIXED, IN_G),
        ("SELECT ?o FROM NAMED <http://e/g> { ?s ?p ?o }", []),
        ("SELECT ?o FROM NAMED <http://e/g> { GRAPH ?g { ?s ?p ?o } }", IN_G),
        ("SELECT ?o FROM <http://e/g> { GRAPH ?g { ?s ?p ?o } }", []),
        ("SELECT ?o { GRAPH <http://e/h> { ?s ?p ?o } }", IN_H),
        (NAMED, sorted(IN_G + IN_H)),
    ],
)
def test_from_and_graph_choose_the_graphs(
    store: EmbeddedStore, text: str, found: list[str]
) -> None:
    """FROM makes the default graph, FROM NAMED and GRAPH the named ones; unknown ones are empty."""
    assert values(store, text) == found


G = ("http://e/g",)
H = ("http://e/h",)


@pytest.mark.parametrize(
    ("text", "dataset", "found"),
    [
        (ALL, Dataset(default=G), IN_G),
        (ALL, Dataset(default=G, named=()), IN_G),
        (ALL, Dataset(default=G + H), BOTH),
        (NAMED, Dataset(default=G + H, named=H), IN_H),
        (ALL, Dataset(named=G), []),
        (ALL, Dataset(default=("http://e/unknown",)), []),
        (NAMED, Dataset(named=H), IN_H),
        (NAMED, Dataset(default=G), []),
        ("SELECT ?o FROM <http://e/h> { ?s ?p ?o }", Dataset(default=G), IN_G),
        ("SELECT ?o FROM NAMED <http://e/h> { GRAPH ?g { ?s ?p ?o } }", Dataset(named=G), IN_G),
    ],
)
def test_graphs_of_the_protocol_override_from(
    store: EmbeddedStore, text: str, dataset: Dataset, found: list[str]
) -> None:
    """Where the protocol names graphs, they alone are queried."""
    assert values(store, text, dataset) == found


def test_relative_iris_are_read_against_the_base(store: EmbeddedStore) -> None:
    """A relative IRI is resolved by the base of its own query and of no other."""
    assert values(store, "BASE <http://other/> SELECT (<x> AS ?x) {}") == ["http://other/x"]
    for _ in range(4):
        assert values(store, "SELECT (<x> AS ?x) {}") == ["http://localhost/x"]


@pytest.mark.parametrize("format_", find_formats("solutions"), ids=lambda each: each.name)
def test_tables_come_in_every_format(store: EmbeddedStore, format_: Format) -> None:
    """A SELECT answer in each format can be read and has all rows."""
    answer = ask(store, ALL, solutions=format_)
    assert (answer.form, answer.format) == ("solutions", format_)
    if format_.name == "csv":
        assert len(answer.body.splitlines()) == 5
        return
    kind = pyoxigraph.QueryResultsFormat.from_media_type(format_.media_type)
    results = pyoxigraph.parse_query_results(answer.body, format=kind)
    assert isinstance(results, pyoxigraph.QuerySolutions)
    assert len(list(results)) == 4


@pytest.mark.parametrize("format_", find_formats("graph"), ids=lambda each: each.name)
def test_graphs_come_in_every_format(store: EmbeddedStore, format_: Format) -> None:
    """A CONSTRUCT answer in each format can be read and has all triples."""
    answer = ask(store, "CONSTRUCT WHERE { ?s ?p ?o }", graph=format_)
    assert (answer.form, answer.format) == ("graph", format_)
    kind = pyoxigraph.RdfFormat.from_media_type(format_.media_type)
    assert len(set(pyoxigraph.parse(answer.body, format=kind))) == 4


def test_turtle_uses_the_prefixes_of_the_dataset(store: EmbeddedStore) -> None:
    """CONSTRUCT answers are readable, and declare only what they use."""
    body = ask(store, "CONSTRUCT WHERE { ?s ?p ?o }").body
    assert body.startswith(b"@prefix e: <http://e/> .\n")
    assert b"e:a e:p " in body
    assert b"http://x/" not in body
    assert ask(store, "CONSTRUCT {} {}").body == b""


def test_boolean_answers_have_their_own_form(store: EmbeddedStore) -> None:
    """ASK gives a boolean, in the format for booleans."""
    answer = ask(store, "ASK { ?s ?p ?o }", solutions=None, boolean=BY_NAME["xml"])
    assert answer.form == "boolean"
    assert b"<boolean>true</boolean>" in answer.body


@pytest.mark.parametrize(
    ("text", "form"),
    [(ALL, "solutions"), ("ASK {}", "boolean"), ("DESCRIBE <http://e/a>", "graph")],
)
def test_a_form_without_format_is_not_acceptable(
    store: EmbeddedStore, text: str, form: Form
) -> None:
    """The form is told where no format of it is acceptable, and a broken query is told first."""
    with pytest.raises(NotAcceptable) as caught:
        ask(store, text, solutions=None, boolean=None, graph=None)
    assert caught.value.form == form
    with pytest.raises(QueryError):
        ask(store, text + "}", solutions=None, boolean=None, graph=None)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("SELEC * { ?s ?p ?o }", 1, 1, "'SELEC'"),
        ("SELECT * { ?s ?p }", 1, 18, "'}'"),
        ("SELECT *\n{ ?s ?p ?o\n  é ?q }", 3, 3, "'é'"),
        ("SELECT * { ?é ?p '€' . \U0001f600 }", 1, 24, "'\U0001f600'"),
        ("SELECT * { ?s ?p ?o } ; SELECT * {}", 1, 23, "';'"),
        ("SELECT * { ?s ?p ?o", 1, 20, "the end of the query"),
        ("# only a comment", 1, 17, "the end of the query"),
        ("", 1, 1, "the end of the query"),
        ("SELECT * {\n ?s y:p ?o }", 2, 5, "PREFIX y: <…>"),
        ("SELECT * { ?s e:p ?o }", 1, 15, "PREFIX e: <http://e/>"),
        ("SELECT ?x ?x {}", 1, 16, "Duplicated variable name in SELECT"),
        ("SELECT (<http://e/f>(1) AS ?x) {}", 1, 9, "<http://e/f> is not supported"),
        ("SELECT (COUNT(*) AS ?n) ?s { ?s ?p ?o }", 1, 40, "unbound"),
    ],
)
def test_a_broken_query_is_refused_with_its_place(
    store: EmbeddedStore, text: str, line: int, column: int, words: str
) -> None:
    """A syntax error says line and column from 1, in code points, and what is wrong."""
    error = refusal(store, text)
    assert words in error.message
    assert (error.line, error.column) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <http://e/a> <http://e/b> <http://e/c> }",
        "PREFIX e: <http://e/> DELETE WHERE { e:a ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "CLEAR ALL",
        "DROP GRAPH <http://e/g>",
    ],
)
def test_an_update_is_refused_with_a_reason(store: EmbeddedStore, text: str) -> None:
    """An update changes nothing and is told that the graph is read-only."""
    assert "read-only" in refusal(store, text).message
    assert values(store, NAMED) == sorted(IN_G + IN_H)


@pytest.mark.parametrize("text", ["SELECT * { \ud800 }", "SELECT * { <http://e/ > ?p ?o }", "\0"])
def test_impossible_characters_are_a_query_error(store: EmbeddedStore, text: str) -> None:
    """Characters that no query can have are the client's fault."""
    assert refusal(store, text).message


TRICKY = '"a" "" "}},{" "\\"}},{\\"" "\\n\\r\\n" "\\\\" "\\\\\\"},{" "," "<result>"'


@pytest.mark.parametrize("format_", find_formats("solutions"), ids=lambda each: each.name)
@pytest.mark.parametrize("value", [*TRICKY.split(" "), "UNDEF"])
def test_the_row_limit_is_exact(store: EmbeddedStore, format_: Format, value: str) -> None:
    """As many rows as allowed are an answer, one more is an error, whatever the rows hold."""
    for rows in (0, 1, ROWS):
        text = f"SELECT ?x ?y {{ VALUES (?x ?y) {{ {f'({value} {value}) ' * rows} }} }}"
        assert ask(store, text, solutions=format_).form == "solutions"
    text = f"SELECT ?x ?y {{ VALUES (?x ?y) {{ {f'({value} {value}) ' * (ROWS + 1)} }} }}"
    with pytest.raises(TooLarge) as caught:
        ask(store, text, solutions=format_)
    assert (caught.value.limit, caught.value.value) == ("rows", ROWS)


@pytest.mark.parametrize("format_", find_formats("solutions"), ids=lambda each: each.name)
def test_rows_are_counted_in_long_tables(format_: Format) -> None:
    """Counting agrees with the engine for a table of many thousand bytes."""
    text = "SELECT ?x { VALUES ?x { " + TRICKY * 300 + " } }"
    kind = pyoxigraph.QueryResultsFormat.from_media_type(format_.media_type)
    results = pyoxigraph.Store().query(text)
    assert isinstance(results, pyoxigraph.QuerySolutions)
    body = results.serialize(format=kind)
    assert body is not None
    assert find_marker(format_.media_type)
    assert count_at_most(body, format_.media_type, 2700)
    assert not count_at_most(body, format_.media_type, 2699)


@pytest.mark.parametrize("format_", find_formats("graph"), ids=lambda each: each.name)
def test_the_triple_limit_is_exact(store: EmbeddedStore, format_: Format) -> None:
    """As many triples as allowed are an answer, one more is an error."""
    text = "CONSTRUCT { <http://e/s> <http://e/p> ?x } { VALUES ?x { %s } }"
    assert ask(store, text % "1 2 3 4 5", graph=format_).form == "graph"
    with pytest.raises(TooLarge, match="rows"):
        ask(store, text % "1 2 3 4 5 6", graph=format_)


def test_the_byte_limit_holds_in_every_form(store: EmbeddedStore) -> None:
    """An answer with too many bytes is an error, not a part."""
    long = "x" * SETTINGS.answer_bytes
    for text in (
        f"SELECT ('{long}' AS ?x) {{}}",
        f"CONSTRUCT {{ <http://e/s> <http://e/p> '{long}' }} {{}}",
    ):
        with pytest.raises(TooLarge) as caught:
            ask(store, text)
        assert (caught.value.limit, caught.value.value) == ("answer_bytes", SETTINGS.answer_bytes)


@pytest.mark.parametrize("text", ["SELECT ({} AS ?x) {{}}", "CONSTRUCT {{ <e:s> <e:p> {} }} {{}}"])
def test_xml_holds_what_was_found_or_is_refused(store: EmbeddedStore, text: str) -> None:
    """No parser changes a line end; what XML cannot hold is named, and other formats hold it."""
    xml, rdf = BY_NAME["xml"], BY_NAME["rdf"]
    body = ask(store, text.format(r"'a\r\nb\t\r'"), solutions=xml, graph=rdf).body
    found = ET.fromstring(body)
    assert [each.text for each in found.iter() if each.text and "a" in each.text] == ["a\r\nb\t\r"]
    for escape in ("0001", "000B", "FFFE"):
        with pytest.raises(NotAcceptable) as caught:
            ask(store, text.format(f"'\\u{escape}'"), solutions=xml, graph=rdf)
        assert caught.value.unfit == f"the character U+{escape}"
        assert ask(store, text.format(f"'\\u{escape}'")).body


def test_format_without_triple_terms_is_not_acceptable(store: EmbeddedStore) -> None:
    """The query is right: another format has its answer."""
    text = "CONSTRUCT { <e:a> <e:b> <<( <e:a> <e:b> <e:c> )>> } {}"
    with pytest.raises(NotAcceptable) as caught:
        ask(store, text, graph=BY_NAME["jsonld"])

    assert caught.value.unfit == "a triple term of RDF 1.2"
    assert b"<<(" in ask(store, text, graph=BY_NAME["nt"]).body


def test_fault_of_a_long_text_is_found_in_time(store: EmbeddedStore) -> None:
    """However many strings, IRIs or words begin in it and never end."""
    for tail in ('"\\', "<http://a b ", "'", "<a", "a:b\\", '""', "'select ?a,' "):
        assert refusal(store, "SELECT * { ?s ?p " + tail * 30_000).line == 1


def test_random_values_differ_between_workers(store: EmbeddedStore) -> None:
    """Processes that come from one do not draw the same random numbers."""
    text = "SELECT (UUID() AS ?u) (RAND() AS ?r) (STRUUID() AS ?s) (BNODE() AS ?b) {}"
    drawn = values(store, text)
    for _ in range(3):
        with pytest.raises(WorkerLost):
            ask(store, "SELECT * " + "{" * 4000 + "}" * 4000)
        drawn += values(store, text)
    assert len(set(drawn)) == len(drawn)


def test_seconds_may_only_shorten_the_limit(store: EmbeddedStore) -> None:
    """A client may ask for less time than the server gives."""
    text = "ASK { ?s ?p " + "(" * 200 + "1" + ")" * 200 + " }"
    with pytest.raises(TimeExceeded) as caught:
        store.query(text, base=BASE, dataset=Dataset(), formats=FORMATS, limits=OWN.shorten(0.2))
    assert caught.value.seconds == 0.2


def test_limits_are_never_lengthened() -> None:
    """More time than the limit is not given, and none is no limit of its own."""
    limits = SETTINGS.answer_limits
    assert limits.shorten(SETTINGS.query_seconds + 1) == limits.shorten(None) == limits
    assert (limits.shorten(0.1).seconds, limits.shorten(0.1).rows) == (0.1, limits.rows)


WORDS = {
    "SELECT * { ?s ?p }": "Found '}' where the query needs a variable, an IRI,",
    "SELEC * { ?s ?p ?o }": "Found 'SELEC' where the query needs SELECT, ASK, CONSTRUCT or",
    "SELECT * { ?s ?p ?o": "Found the end of the query where the query needs '{', '}', ','",
    "SELECT * { ?s ?p ?o FILTER(?o > ) }": "Found ')' where the query needs an expression.",
    "SELECT * { ?s ?p ?o } LIMIT x": "Found 'x' where the query needs a number.",
    "SELECT * { ?s ?p 'a": "A string is not closed; found the end of the query.",
    "SELECT * { <http://a b> ?p ?o }": "An IRI must not hold ' '.",
    "SELECT ?x { ?x ?p ?o } ORDER ?x": "Found '?x' where the query needs BY.",
    "SELECT DISTINCT ?a, ?b { ?a 'SELECT ?a' ?b }": "Found ',' in SELECT. Variables stand side",
    "SELECT ?a count(*) { ?a ?p ?o }": "Found 'count' in SELECT. What is computed stands in",
    "SELECT ?a { ?a ?p 'SELECT ?a, ?b': }": "The prefix : is not declared.",
}


@pytest.mark.parametrize("text", WORDS)
def test_a_syntax_error_is_told_in_the_words_of_people(store: EmbeddedStore, text: str) -> None:
    """It names what was found and what is required, not the characters of a grammar."""
    with pytest.raises(QueryError) as caught:
        ask(store, text)
    assert caught.value.message.startswith(WORDS[text])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("ASK { ?s a cdce:Convention }", {"cdce:"}),
        ("SELECT ?prefix { ?prefix a cdce:Thing } # PREFIX cdce: <a:b>", {"cdce:"}),
        ("ASK { ?s ?p 'PREFIX cdce: <a:b>' ; a cdce:Thing }", {"cdce:"}),
        ("PREFIX a: <a:b> ASK { ?s a:b c:d }", {"c:"}),
        ("PREFIX # why: not\n a: <a:b> ASK { ?s a:b a:c }", set()),
        ("PREFIX : <a:b> ASK { ?s :b 3.e:f ?p 3.5 . ?s ^g:h|!i:j '1'^^k:l }", set("egik")),
        ("PREFIX prefix: <a:b> ASK { ?s prefix:a prefix:b }", set()),
        ("ASK { _:b <c:d> \"e:f\"@g, 'h:i' . ?s ?p 1 } # j:k", set()),
        ("", set()),
    ],
)
def test_the_prefixes_that_a_query_lacks_are_found(text: str, missing: set[str]) -> None:
    """Only a declaration counts as one, and only what stands as a name is used."""
    assert {name.rstrip(":") for name in find_missing(text)} == {n.rstrip(":") for n in missing}


def test_a_comment_within_a_declaration_hides_it_not() -> None:
    """What a query declares is never told as missing."""
    assert find_undeclared("PREFIX # why\n a: <a:b> ASK { ?s a:b c:d }") == ("c:", 36)


def test_a_report_of_unknown_form_is_passed_on() -> None:
    """What the engine says is never lost."""
    error = explain_syntax("SELECT", "no idea", lambda _: "", {})
    assert (error.message, error.line, error.column) == ("no idea", 1, 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "graph.nq"), ("<http://e/a> <http://e/b> .\n", "SyntaxError")],
)
def test_a_release_that_does_not_load_is_told(
    tmp_path: Path, content: str | None, words: str
) -> None:
    """A missing or broken file is an error at the start, with its reason."""
    if content is not None:
        (tmp_path / "graph.nq").write_text(content, encoding="utf-8")
    with pytest.raises(StartError, match=words):
        EmbeddedStore(tmp_path, SETTINGS)


def test_settings_refuse_what_no_server_can_keep() -> None:
    """Each limit is above zero and says what it means; all faults are told at once."""
    with pytest.raises(ValueError, match=r"rows is 0.*workers is -1|workers is -1.*rows is 0"):
        Settings(rows=0, workers=-1)
    limits = list(Settings().describe())
    assert len(limits) == len({limit.name for limit in limits})
    assert all(limit.meaning.endswith(".") for limit in limits)


# Another engine over HTTP


@dataclass
class Script:
    """What the engine of a test answers, and what it was asked."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b'{"head":{"vars":[]},"results":{"bindings":[]}}'
    media_type: str = "application/sparql-results+json"
    seconds: float = 0
    length: int | None = None
    asked: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)


class Engine(ThreadingHTTPServer):
    """A SPARQL engine that says what a script tells it."""

    daemon_threads = True

    def __init__(self) -> None:
        self.script = Script()
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that went away."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/ds/query"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Engine

    def do_POST(self) -> None:
        script = self.server.script
        body = self.rfile.read(int(self.headers["Content-Length"]))
        script.asked.append((self.path, dict(self.headers.items()), body))
        self.send_response(script.status)
        self.send_header("Content-Type", script.media_type)
        if script.length != -1:
            length = len(script.body) if script.length is None else script.length
            self.send_header("Content-Length", str(length))
        else:
            self.close_connection = True
        for name, value in script.headers.items():
            self.send_header(name, value)
        self.end_headers()
        half = len(script.body) // 2
        self.wfile.write(script.body[:half])
        time.sleep(script.seconds)
        self.wfile.write(script.body[half:])
        if script.length not in (None, -1, len(script.body)):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@pytest.fixture
def engine() -> Iterator[Engine]:
    server = Engine()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def remote(engine: Engine) -> Iterator[RemoteStore]:
    settings = Settings(query_seconds=0.5, rows=2, answer_bytes=1000, retry_after_seconds=7)
    opened = RemoteStore(engine.url + "?user=x", settings, "timeout={milliseconds}")
    yield opened
    opened.close()


def test_a_query_goes_to_the_engine_by_post(engine: Engine, remote: RemoteStore) -> None:
    """Text, formats, dataset and time limit reach the engine; the answer comes back as it is."""
    dataset = Dataset(default=("http://e/g?a=b&c",), named=("http://e/h", "http://e/i"))
    answer = ask(remote, "SELECT * { ?s <p> 'é' }", dataset, solutions=BY_NAME["json"])
    assert (answer.form, answer.body) == ("solutions", engine.script.body)
    path, headers, body = engine.script.asked[0]
    assert path == (
        "/ds/query?user=x&default-graph-uri=http%3A%2F%2Fe%2Fg%3Fa%3Db%26c"
        "&named-graph-uri=http%3A%2F%2Fe%2Fh&named-graph-uri=http%3A%2F%2Fe%2Fi&timeout=500"
    )
    assert headers["Content-Type"].startswith("application/sparql-query")
    assert headers["Accept"] == "application/sparql-results+json, text/turtle"
    assert body.decode() == f"BASE <{BASE}> SELECT * {{ ?s <p> 'é' }}"


@pytest.mark.parametrize(
    ("media_type", "body", "form"),
    [
        ("application/sparql-results+json", b'{"head":{}, "boolean": true}', "boolean"),
        ("application/sparql-results+json;charset=utf-8", Script.body, "solutions"),
        ("text/turtle; charset=utf-8", b"<http://e/a> <http://e/b> <http://e/c> .", "graph"),
    ],
)
def test_the_form_is_found_from_the_answer(
    engine: Engine, remote: RemoteStore, media_type: str, body: bytes, form: Form
) -> None:
    """Type and content of what came tell a table, a boolean and a graph apart."""
    engine.script = Script(media_type=media_type, body=body)
    assert ask(remote, "ASK {}").form == form


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (Script(status=400, body=b"Parse error: line 3, column 9"), QueryError),
        (Script(status=500), WorkerLost),
        (Script(status=404), WorkerLost),
        (Script(status=302, headers={"Location": "/elsewhere"}), WorkerLost),
        (Script(status=503, headers={"Retry-After": "3"}), Busy),
        (Script(status=503, body=b"Query timed out"), TimeExceeded),
        (Script(status=504), TimeExceeded),
        (Script(status=406), NotAcceptable),
        (Script(media_type="text/html"), WorkerLost),
        (Script(media_type="application/sparql-results+xml"), NotAcceptable),
        (Script(seconds=0.8), TimeExceeded),
        (Script(length=500), WorkerLost),
        (Script(length=-1), WorkerLost),
        (Script(body=b" " * 1001), TooLarge),
        (Script(body=b'{"results":{"bindings":[{},{},{}]}}'), TooLarge),
        (Script(headers={"X-SQL-State": "S1TAT"}), TimeExceeded),
        (Script(headers={"X-SPARQL-MaxRows": "10000"}), TooLarge),
        (Script(headers={"Content-Encoding": "gzip"}), WorkerLost),
    ],
)
def test_each_failure_of_an_engine_is_one_of_ours(
    engine: Engine, remote: RemoteStore, script: Script, error: type[Exception]
) -> None:
    """No failure and no part is taken for an answer, and the next query is not disturbed."""
    engine.script = script
    with pytest.raises(error):
        ask(remote, ALL)
    assert len(script.asked) == 1
    engine.script = Script()
    assert ask(remote, ALL).form == "solutions"


def test_words_of_the_engine_are_kept_with_their_place(engine: Engine, remote: RemoteStore) -> None:
    """The engine's message and position reach the client, without the base we added."""
    column = len(f"BASE <{BASE}> ") + 4
    words = f"<html><p>Parse error: Line 1, column {column}: no such thing</p></html>"
    engine.script = Script(status=400, body=words.encode(), media_type="text/html")
    error = refusal(remote, "SELECT <x>")
    assert "no such thing" in error.message
    assert (error.line, error.column) == (1, 4)


def test_a_connection_is_kept_and_renewed(engine: Engine, remote: RemoteStore) -> None:
    """A connection that the engine closed while it was idle costs no query."""
    ask(remote, ALL)
    for connection in remote._idle:
        assert connection.sock is not None
        connection.sock.shutdown(2)
    assert ask(remote, ALL).form == "solutions"
    assert len(engine.script.asked) == 2


def test_an_engine_that_is_not_there_is_told() -> None:
    """No engine at the address is an error at the query, no address at all one at the start."""
    with pytest.raises(StartError, match="ftp"):
        RemoteStore("ftp://localhost/", SETTINGS)
    gone = RemoteStore("http://127.0.0.1:9/", SETTINGS)
    with pytest.raises(WorkerLost):
        ask(gone, ALL)
    gone.close()
    with pytest.raises(Closed):
        ask(gone, ALL)
