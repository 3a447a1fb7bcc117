"""Accept decides by quality, then by how exactly a type is named, then the server does."""

import time

import pytest

from server.formats import HTML, Form, find_formats
from server.http.negotiate import negotiate, negotiate_forms, read_accept

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


def choose(header: str, form: Form) -> str | None:
    choice = negotiate(header, find_formats(form))
    return f"{choice.format.name} as {choice.media_type}" if choice else None


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", "ttl as text/turtle"),
        ("  ", "ttl as text/turtle"),
        (",", "ttl as text/turtle"),
        ("*/*", "ttl as text/turtle"),
        ("text/*", "ttl as text/turtle"),
        ("application/*", "jsonld as application/ld+json"),
        ("text/turtle", "ttl as text/turtle"),
        ("TEXT/Turtle ; Q=0.3", "ttl as text/turtle"),
        ("application/json", "jsonld as application/json"),
        ("text/plain", "nt as text/plain"),
        ("application/xml", "rdf as application/xml"),
        ("text/turtle;q=0, */*", "jsonld as application/ld+json"),
        ("text/turtle;q=0.5, application/rdf+xml", "rdf as application/rdf+xml"),
        ("application/rdf+xml, text/turtle", "ttl as text/turtle"),
        ("*/*, application/trig", "trig as application/trig"),
        (
            'application/ld+json;profile="a, b;q=0";q=0.9, */*;q=0.1',
            "jsonld as application/ld+json",
        ),
        ("application/ld+json;profile=x, application/ld+json;q=0, */*;q=0.1", "ttl as text/turtle"),
        ("text/turtle;charset=utf-8", "ttl as text/turtle"),
        ("text/turtle;q=0.0001, application/trig;q=0.001", "trig as application/trig"),
        ("text/turtle;q=2, application/trig;q=0.1", "trig as application/trig"),
        ("*/turtle, application/trig;q=0.1", "trig as application/trig"),
        ('text/turtle;x="unclosed, application/trig', "trig as application/trig"),
        ("text/turtle;;q=0.2;, application/trig;q=0.1", "ttl as text/turtle"),
        ("text/turtle;q=.2, application/trig;q=.9", "trig as application/trig"),
        ("text/turtle;q=1.0000, application/trig;q=0.5", "ttl as text/turtle"),
        ("text/html, image/gif, *; q=.2, */*; q=.2", "ttl as text/turtle"),
        ("*", "ttl as text/turtle"),
        ("*x, application/trig;q=0.1", "trig as application/trig"),
        ("text/turtle;q=1.1, application/trig;q=0.1", "trig as application/trig"),
        ("foo/bar", None),
        ("garbage", None),
        ("*/*;q=0", None),
        ("text/turtle;q=0", None),
    ],
)
def test_graph_is_negotiated(header: str, chosen: str | None) -> None:
    """A header chooses one format of a graph, or none."""
    assert chosen == choose(header, "graph")


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("application/json", "json as application/json"),
        (
            "application/sparql-results+json;charset=utf-8",
            "json as application/sparql-results+json",
        ),
        ("text/csv;q=0.9, application/sparql-results+xml;q=0.8", "csv as text/csv"),
        ("text/*", "csv as text/csv"),
        ("text/xml", "xml as text/xml"),
        ("text/turtle", None),
    ],
)
def test_table_is_negotiated(header: str, chosen: str | None) -> None:
    """A header chooses one format of a table, or none."""
    assert chosen == choose(header, "solutions")


def test_alias_keeps_its_name_in_the_reply() -> None:
    """A client that asks for JSON is answered under that name, text with its character set."""
    for header, sent in (
        ("application/json", "application/json"),
        ("text/plain", "text/plain; charset=utf-8"),
        ("text/turtle", "text/turtle; charset=utf-8"),
    ):
        choice = negotiate(header, find_formats("graph"))
        assert choice is not None
        assert sent == choice.content_type


def test_page_is_never_called_xml() -> None:
    """A client that asks for XHTML may have a page, which is HTML and is called so."""
    choice = negotiate("application/xhtml+xml", (HTML,))

    assert choice is not None
    assert choice.content_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("header", "is_page"),
    [
        (BROWSER, True),
        ("text/html", True),
        ("application/xhtml+xml", True),
        ("*/*", False),
        ("", False),
        ("text/html;q=0.5, text/turtle", False),
        ("application/json, text/html", False),
    ],
)
def test_page_is_for_those_who_like_it_best(header: str, is_page: bool) -> None:
    """Only a client that likes HTML better than every data format gets a page."""
    assert is_page == negotiate_forms(header).is_page


def test_parameter_wins_over_header() -> None:
    """The parameter format decides, and a form that it does not fit has no format."""
    wishes = negotiate_forms("text/turtle", "csv")

    assert wishes.solutions is not None
    assert wishes.solutions.format.name == "csv"
    assert wishes.boolean is None
    assert wishes.graph is None


def test_parameter_may_ask_for_a_page() -> None:
    """The parameter format may ask for HTML."""
    assert negotiate_forms("application/json", "html").is_page


def test_ranges_are_read_in_order() -> None:
    """Each range has its type, subtype, rank and quality."""
    assert read_accept("a/b;q=0.5;x=1, */*") == (("a", "b", 2, 0.5), ("*", "*", 0, 1.0))


@pytest.mark.parametrize("piece", ['a/b;c="\\",', "a/b;" * 20 + ",", ";" * 50, "a/" + "b" * 50])
def test_hostile_header_takes_no_time(piece: str) -> None:
    """A header of 200 kB made to be slow is read in a moment."""
    start = time.perf_counter()
    negotiate(piece * (200_000 // len(piece)), find_formats("graph"))

    assert time.perf_counter() - start < 0.5
