"""Write triples in any RDF format, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from server.formats import Format
from server.namespaces import RDF_TYPE
from server.releases.jsonld import Context, render_jsonld

WRITERS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
}
WITH_PREFIXES = ("ttl", "rdf", "trig")

_PREFIX = re.compile(rb"@prefix ([^\n]*>) \.\n")
_ROOT = re.compile(rb"<rdf:RDF[^>]*>")
_DECLARATION = re.compile(rb'xmlns:[\w.-]+="[^"]*"')

Term = NamedNode | BlankNode | Literal | Triple


def read_value(term: Term) -> str:
    """Return the IRI, the text or the label of a term."""
    return str(term) if isinstance(term, Triple | BlankNode) else term.value


def read_triples(raw: bytes) -> list[Triple]:
    """Return the triples of N-Triples."""
    return [quad.triple for quad in parse(raw, format=RdfFormat.N_TRIPLES)]


@dataclass(frozen=True)
class Names:
    """Hold the short names that a graph is written with; ``context`` serves JSON-LD."""

    prefixes: Mapping[str, str]
    context: Context


def order(triples: Iterable[Triple], first: str = "") -> list[Triple]:
    """Return triples without repeats by subject, property and value; ``first`` comes first."""

    def key(triple: Triple) -> tuple[bool, str, bool, str, str]:
        return (
            read_value(triple.subject) != first,
            read_value(triple.subject),
            triple.predicate.value != RDF_TYPE,
            triple.predicate.value,
            str(triple.object),
        )

    return sorted(set(triples), key=key)


def render_graph(
    triples: Iterable[Triple], format_: Format, names: Names, first: str = ""
) -> bytes:
    """Return triples in a format, sorted; the subject ``first`` leads."""
    ordered = order(triples, first)
    if format_.name == "jsonld":
        return render_jsonld(ordered, names.context)
    prefixes = _find_used(ordered, names.prefixes) if format_.name in WITH_PREFIXES else None
    raw = serialize(ordered, format=WRITERS[format_.name], prefixes=prefixes) or b""
    if format_.name == "rdf":
        # A parser of XML reads a bare carriage return as a line feed.
        return _arrange_xml(raw.replace(b"\r", b"&#13;"))
    return _arrange_turtle(raw) if format_.name in WITH_PREFIXES else raw


def _arrange_xml(raw: bytes) -> bytes:
    """Return RDF/XML with its prefixes in order; the serializer has none."""
    tag = _ROOT.search(raw)
    if tag is None:
        return raw
    head = b" ".join([b"<rdf:RDF", *sorted(_DECLARATION.findall(tag[0]))]) + b">"
    return raw[: tag.start()] + head + raw[tag.end() :]


def _arrange_turtle(raw: bytes) -> bytes:
    """Return Turtle with its prefixes in order, as queries write them, and an empty line a block.

    The serializer writes no line break inside a term.
    """
    head, body = [], []
    for line in raw.splitlines(keepends=True):
        prefix = _PREFIX.fullmatch(line)
        if prefix:
            head.append(b"PREFIX " + prefix[1] + b"\n")
        else:
            body.append(line if line.startswith(b"\t") else b"\n" + line)
    return b"".join([*sorted(head), *body]).lstrip(b"\n").replace(b"\n\t", b"\n    ")


def _find_used(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> dict[str, str]:
    """Return the prefixes that some IRI of the triples begins with."""
    text = {
        iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
        for triple in triples
        for iri in _list_iris(triple)
    }
    return {name: iri for name, iri in prefixes.items() if iri in text}


def _list_iris(triple: Triple) -> list[str]:
    iris = [triple.predicate.value]
    for term in (triple.subject, triple.object):
        if isinstance(term, NamedNode):
            iris.append(term.value)
        elif isinstance(term, Literal):
            iris.append(term.datatype.value)
    return iris
