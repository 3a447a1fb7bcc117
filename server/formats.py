"""Name every format once: what answers it fits, its media types, suffix and W3C address."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Form = Literal["solutions", "boolean", "graph"]

W3C = "http://www.w3.org/ns/formats/"


@dataclass(frozen=True, eq=False)
class Format:
    """Hold one format; there is one object of each, so that comparing costs nothing.

    The first media type is the one sent; the others are aliases a client may ask for. ``kinds``
    are the forms of answer that the format can carry.
    """

    name: str
    media_types: tuple[str, ...]
    suffix: str
    w3c: str
    kinds: frozenset[Form]
    label: str

    @property
    def media_type(self) -> str:
        """Return the media type that is sent, without parameters."""
        return self.media_types[0]

    @property
    def content_type(self) -> str:
        """Return the value of Content-Type, with the character set where the type defines one."""
        return self.media_type + _PARAMETERS.get(self.name, "")


_PARAMETERS = {
    "csv": "; charset=utf-8; header=present",
    "tsv": "; charset=utf-8",
    "html": "; charset=utf-8",
    "ttl": "; charset=utf-8",
    "trig": "; charset=utf-8",
    "nt": "; charset=utf-8",
    "nq": "; charset=utf-8",
}

_GRAPH: frozenset[Form] = frozenset({"graph"})
# What the command line draws in the place of a format.
TABLE = "table"

_TABLE: frozenset[Form] = frozenset({"solutions"})
_RESULTS: frozenset[Form] = frozenset({"solutions", "boolean"})

# The order is the server's preference among types that a client likes equally well.
FORMATS = (
    Format(
        name="json",
        media_types=("application/sparql-results+json", "application/json"),
        suffix=".srj",
        w3c=W3C + "SPARQL_Results_JSON",
        kinds=_RESULTS,
        label="SPARQL results in JSON",
    ),
    Format(
        name="xml",
        media_types=("application/sparql-results+xml", "application/xml", "text/xml"),
        suffix=".srx",
        w3c=W3C + "SPARQL_Results_XML",
        kinds=_RESULTS,
        label="SPARQL results in XML",
    ),
    Format(
        name="csv",
        media_types=("text/csv",),
        suffix=".csv",
        w3c=W3C + "SPARQL_Results_CSV",
        kinds=_TABLE,
        label="table for a spreadsheet (CSV)",
    ),
    Format(
        name="tsv",
        media_types=("text/tab-separated-values",),
        suffix=".tsv",
        w3c=W3C + "SPARQL_Results_TSV",
        kinds=_TABLE,
        label="table with RDF terms (TSV)",
    ),
    Format(
        name="ttl",
        media_types=("text/turtle", "application/turtle", "application/x-turtle"),
        suffix=".ttl",
        w3c=W3C + "Turtle",
        kinds=_GRAPH,
        label="Turtle",
    ),
    Format(
        name="jsonld",
        media_types=("application/ld+json", "application/json"),
        suffix=".jsonld",
        w3c=W3C + "JSON-LD",
        kinds=_GRAPH,
        label="JSON-LD",
    ),
    Format(
        name="nt",
        media_types=("application/n-triples", "text/plain"),
        suffix=".nt",
        w3c=W3C + "N-Triples",
        kinds=_GRAPH,
        label="N-Triples",
    ),
    Format(
        name="rdf",
        media_types=("application/rdf+xml", "application/xml", "text/xml"),
        suffix=".rdf",
        w3c=W3C + "RDF_XML",
        kinds=_GRAPH,
        label="RDF/XML",
    ),
    Format(
        name="trig",
        media_types=("application/trig",),
        suffix=".trig",
        w3c=W3C + "TriG",
        kinds=_GRAPH,
        label="TriG",
    ),
    Format(
        name="nq",
        media_types=("application/n-quads", "text/x-nquads"),
        suffix=".nq",
        w3c=W3C + "N-Quads",
        kinds=_GRAPH,
        label="N-Quads",
    ),
)

# What people and programs read beside the answers: pages, and lists in plain JSON.
HTML = Format(
    name="html",
    media_types=("text/html", "application/xhtml+xml"),
    suffix=".html",
    w3c="",
    kinds=frozenset(),
    label="web page",
)
JSON = Format(
    name="list",
    media_types=("application/json",),
    suffix=".json",
    w3c="",
    kinds=frozenset(),
    label="JSON",
)

BY_NAME = {format_.name: format_ for format_ in FORMATS}

# What a client may write as the parameter `format`, besides the names and media types.
NAMES = {
    "json": ("json", "jsonld"),
    "srj": ("json",),
    "xml": ("xml", "rdf"),
    "srx": ("xml",),
    "csv": ("csv",),
    "tsv": ("tsv",),
    "ttl": ("ttl",),
    "turtle": ("ttl",),
    "n3": ("ttl",),
    "nt": ("nt",),
    "ntriples": ("nt",),
    "n-triples": ("nt",),
    "rdf": ("rdf",),
    "rdfxml": ("rdf",),
    "rdf+xml": ("rdf",),
    "jsonld": ("jsonld",),
    "json-ld": ("jsonld",),
    "trig": ("trig",),
    "nq": ("nq",),
    "nquads": ("nq",),
    "n-quads": ("nq",),
}


def find_formats(form: Form) -> tuple[Format, ...]:
    """Return the formats that can carry a form of answer, the preferred one first."""
    return tuple(format_ for format_ in FORMATS if form in format_.kinds)


def find_named(word: str) -> tuple[Format, ...]:
    """Return the formats that a short name or a media type means; none if it is unknown."""
    key = word.strip().lower()
    if key in NAMES:
        return tuple(BY_NAME[name] for name in NAMES[key])
    return tuple(format_ for format_ in FORMATS if key in format_.media_types)


def list_media_types(formats: Iterable[Format]) -> list[str]:
    """Return the media types sent for some formats, in their order."""
    return [format_.media_type for format_ in formats]
