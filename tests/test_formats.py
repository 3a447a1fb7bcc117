"""The one table of formats agrees with itself and with the specifications."""

import pytest

from server.formats import FORMATS, HTML, JSON, Form, Format, find_formats, find_named

EVERY = (*FORMATS, HTML, JSON)


def test_names_suffixes_and_addresses_are_unique() -> None:
    """No two formats share a name, a suffix, a W3C address or the media type that is sent."""
    for values in (
        [found.name for found in EVERY],
        [found.suffix for found in EVERY],
        [found.w3c for found in FORMATS],
        [found.media_type for found in FORMATS],
    ):
        assert len(values) == len(set(values))


@pytest.mark.parametrize("format_", FORMATS, ids=lambda found: found.name)
def test_format_is_complete(format_: Format) -> None:
    """Each format carries some form, has a suffix with a point and an address of the W3C."""
    assert format_.kinds
    assert format_.suffix.startswith(".")
    assert format_.w3c.startswith("http://www.w3.org/ns/formats/")
    assert format_.label
    assert all(media_type == media_type.lower() for media_type in format_.media_types)
    assert format_.content_type.startswith(format_.media_type)


@pytest.mark.parametrize("form", ["solutions", "boolean", "graph"])
def test_media_type_means_one_format_of_a_form(form: Form) -> None:
    """Within one form of answer a media type means one format only."""
    media_types = [name for found in find_formats(form) for name in found.media_types]

    assert len(media_types) == len(set(media_types))


def test_defaults_are_json_and_turtle() -> None:
    """Tables and truth values come in JSON, graphs in Turtle, where nobody asks for more."""
    assert find_formats("solutions")[0].name == "json"
    assert find_formats("boolean")[0].name == "json"
    assert find_formats("graph")[0].name == "ttl"


def test_truth_values_have_no_table() -> None:
    """CSV and TSV carry tables only."""
    assert [found.name for found in find_formats("boolean")] == ["json", "xml"]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("json", ["json", "jsonld"]),
        ("XML", ["xml", "rdf"]),
        ("rdf+xml", ["rdf"]),
        ("text/turtle", ["ttl"]),
        ("application/json", ["json", "jsonld"]),
        ("n3", ["ttl"]),
        ("cuneiform", []),
        ("", []),
    ],
)
def test_word_means_formats(word: str, names: list[str]) -> None:
    """A short name or a media type means the formats that its users expect."""
    assert names == [found.name for found in find_named(word)]
