"""Graphs → text in the RDF formats, sorted, so that equal graphs give equal bytes."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

import pyoxigraph as ox
from rdflib import Graph

from graph.terms import PREFIXES, VOCABULARY

OXIGRAPH: Mapping[str, ox.RdfFormat] = {"xml": ox.RdfFormat.RDF_XML, "trig": ox.RdfFormat.TRIG}
CODE_LISTS = ("certainty", "consent-type", "fidelity", "modality", "passage-kind")
ROOT = re.compile(r"<rdf:RDF [^>]*>")


def find_prefixes(graph: Graph, base: str) -> dict[str, str]:
    """Return the prefixes of a release: the vocabularies, and each kind of thing that it has."""
    paths = (str(subject).removeprefix(base) for subject in graph.subjects(unique=True))
    kinds = {path.partition("/")[0] for path in paths if re.fullmatch(r"[\w-]+/[^/#]+", path)}
    things = {kind: f"{base}{kind}/" for kind in kinds}
    lists = {name: f"{VOCABULARY}{name}/" for name in CODE_LISTS}
    return dict(sorted((things | lists | PREFIXES).items()))


def build_ntriples(graph: Graph) -> list[str]:
    """Return the lines of a graph in N-Triples, sorted."""
    text = graph.serialize(format="nt", encoding="utf-8").decode("utf-8")
    return sorted(line + "\n" for line in text.split("\n") if line)


def build_nquads(graphs: Mapping[str, Sequence[str]], base: str) -> list[str]:
    """Return N-Quads from the N-Triples of named graphs, sorted by graph and then by line."""
    lines = []
    for slug, triples in sorted(graphs.items()):
        name = f"<{base}graph/{slug}>"
        lines += [f"{line[:-3]} {name} .\n" for line in triples]
    return lines


def canonicalize(nquads: Sequence[str]) -> bytes:
    """Return N-Quads in the canonical form: equal data have equal bytes.

    Source: https://www.w3.org/TR/rdf-canon/#canonicalization
    """
    quads = ox.parse("".join(nquads).encode("utf-8"), format=ox.RdfFormat.N_QUADS)
    found = ox.Dataset(quads)
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = (ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b"" for quad in found)
    return b"".join(sorted(lines))


def write_turtle(graph: Graph, prefixes: Mapping[str, str], notice: Sequence[str]) -> str:
    """Return a graph in Turtle, one statement a line, with a notice on top.

    The prefixes are bound to the graph; its triples stay as they are.
    """
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    head = "".join(f"# {line}\n" for line in notice)
    return f"{head}\n{graph.serialize(format='longturtle').strip()}\n"


def write_oxigraph(lines: Sequence[str], form: str, prefixes: Mapping[str, str]) -> str:
    """Return sorted N-Triples or N-Quads in another format, in their order."""
    quads = ox.parse("".join(lines).encode("utf-8"), format=ox.RdfFormat.N_QUADS)
    out = io.BytesIO()
    ox.serialize(quads, out, format=OXIGRAPH[form], prefixes=dict(prefixes))
    text = out.getvalue().decode("utf-8")
    if form == "trig":
        return _sort_turtle_prefixes(text)
    # A parser of XML reads a bare carriage return as a line feed.
    return _sort_xml_prefixes(text.replace("\r", "&#13;"))


def _sort_turtle_prefixes(text: str) -> str:
    """Return TriG with its prefixes in order: Oxigraph writes them in any."""
    lines = text.splitlines(keepends=True)
    head = list(takewhile(lambda line: line.startswith("@prefix "), lines))
    return "".join(sorted(head) + lines[len(head) :])


def _sort_xml_prefixes(text: str) -> str:
    """Return RDF/XML with its prefixes in order."""
    root = ROOT.search(text)
    if root is None:
        return text
    attributes = " ".join(sorted(re.findall(r'xmlns:[\w-]+="[^"]*"', root.group())))
    return f"{text[: root.start()]}<rdf:RDF {attributes}>{text[root.end() :]}"


def write_jsonld(lines: Sequence[str], prefixes: Mapping[str, str]) -> str:
    """Return sorted N-Quads in JSON-LD with prefixes, one object a named graph.

    Source: https://www.w3.org/TR/json-ld11/#named-graphs
    """
    graphs: dict[str, dict[str, dict[str, Any]]] = {}
    quads = ox.parse("".join(lines).encode("utf-8"), format=ox.RdfFormat.N_QUADS)
    for quad in quads:
        nodes = graphs.setdefault(_name(quad.graph_name), {})
        subject = _name(quad.subject)
        node = nodes.setdefault(subject, {"@id": subject})
        if quad.predicate.value == f"{PREFIXES['rdf']}type":
            node.setdefault("@type", []).append(_shorten(_name(quad.object), prefixes))
        else:
            name = _shorten(quad.predicate.value, prefixes)
            node.setdefault(name, []).append(_write_value(quad.object, prefixes))
    documents = [{"@id": name, "@graph": list(nodes.values())} for name, nodes in graphs.items()]
    body = {"@context": dict(prefixes), "@graph": documents}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _name(term: Any) -> str:
    return str(term.value)


def _shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _write_value(term: Any, prefixes: Mapping[str, str]) -> Any:
    if isinstance(term, ox.NamedNode):
        return {"@id": term.value}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == f"{PREFIXES['xsd']}string":
        return term.value
    return {"@value": term.value, "@type": _shorten(term.datatype.value, prefixes)}
