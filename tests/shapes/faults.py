"""The fault files: a change to the valid dataset, and the results that it must have.

A shape cannot find more or less in changed data than in valid data unless it reads a term of
what changed. So a fault is tried on the parts of the shapes that do; a test compares that with
all shapes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib.term import BNode, Literal, Node

from graph import validate as validation
from graph.derive import derive
from graph.package import ONTOLOGY, SHAPES
from graph.shacl import PARAMETERS, TARGETS, read_shapes
from graph.terms import CDCE, PREFIXES, VOCABULARY
from graph.validate import Result

FOLDER = Path(__file__).parent
BASE = "https://lake.example.org/"
SHAPE = f"{VOCABULARY}shape/"
LISTS = ("certainty", "consent-type", "fidelity", "modality", "passage-kind")
NAMESPACES = {**PREFIXES, **{name: f"{VOCABULARY}{name}/" for name in LISTS}}
RESULT = "# result: "
# What a query reads whatever its name: a predicate or a class that is a variable.
OPEN = re.compile(r"[?$]\w+ [?$]\w+ [?$]\w+|\ba [?$]")
NAME = re.compile(r"([\w-]+):([\w-]+)")
VOCABULARY_TERMS = (RDFS.subClassOf, RDFS.isDefinedBy, CDCE.evidenceRequired)
Triple = tuple[Node, Node, Node]
Triples = frozenset[Triple]


@dataclass(frozen=True)
class Fault:
    """One change to the valid dataset; ``results`` are the lines that the file expects."""

    name: str
    results: frozenset[str]
    update: str

    @property
    def broken(self) -> frozenset[str]:
        """The names of the shapes and queries that must find something."""
        return frozenset(line.split(" ")[0] for line in self.results)


def read_faults() -> list[Fault]:
    """Return the faults of all files, by name."""
    faults = []
    for file in sorted(FOLDER.glob("*.ru")):
        update = file.read_text("utf-8")
        lines = [line for line in update.splitlines() if line.startswith(RESULT)]
        results = frozenset(line.removeprefix(RESULT) for line in lines)
        faults.append(Fault(file.stem, results, update))
    return faults


@cache
def read_ontology() -> Graph:
    """Return the ontology."""
    return Graph(bind_namespaces="none").parse(ONTOLOGY, format="turtle")


@cache
def read_vocabulary() -> Triples:
    """Return what the shapes need of the ontology."""
    return frozenset(triple for triple in read_ontology() if triple[1] in VOCABULARY_TERMS)


@cache
def read_valid() -> Graph:
    """Return the valid dataset as it is written, without what follows from it."""
    return Graph(bind_namespaces="none").parse(FOLDER / "valid.ttl", format="turtle")


class Dataset:
    """The valid dataset, which takes one change at a time.

    ``graph`` is one graph that becomes another dataset with each change: copies take too long.
    """

    def __init__(self) -> None:
        self.written = build_graph(read_valid())
        self.start = frozenset(self.written)
        self.valid = _complete(self.start)
        self.now = self.valid
        self.graph = build_graph(self.valid)

    def change(self, update: str = "") -> Graph:
        """Return the valid dataset after one change, with all that follows from it."""
        if update:
            self.written.update(update)
        written = frozenset(self.written)
        wanted = _complete(written)
        _turn(self.graph, self.now, wanted)
        _turn(self.written, written, self.start)
        self.now = wanted
        return self.graph

    def find_changed(self) -> frozenset[Node]:
        """Return the terms by which a rule could notice the change: predicates, and classes."""
        changed = self.valid ^ self.now
        classes = {o for _, p, o in changed if p == RDF.type}
        return frozenset({p for _, p, _ in changed} | classes)


def _complete(written: Triples) -> Triples:
    triples = written | read_vocabulary()
    return triples | derive(triples, read_ontology())


def _turn(graph: Graph, now: Triples, wanted: Triples) -> None:
    for triple in now - wanted:
        graph.remove(triple)
    for triple in wanted - now:
        graph.add(triple)


def build_data(update: str = "") -> Graph:
    """Return the valid dataset after a change, as a graph of its own."""
    return Dataset().change(update)


@cache
def read_all_shapes() -> Graph:
    """Return all shapes, as they are written."""
    return read_shapes(SHAPES)


@dataclass(frozen=True, eq=False)
class Part:
    """One rule with its targets, which stands alone; ``name`` is what a result names."""

    name: str
    shape: URIRef
    triples: Triples

    @property
    def graph(self) -> Graph:
        """A graph of the shapes that holds this part only."""
        return build_graph(self.triples)

    @cached_property
    def terms(self) -> frozenset[Node]:
        """The terms that the rule names, and in its query, if it has one."""
        texts = [str(o) for _, p, o in self.triples if p == SH.select]
        named = {URIRef(NAMESPACES.get(p, "") + n) for t in texts for p, n in NAME.findall(t)}
        return frozenset({o for _, _, o in self.triples} | named)

    @cached_property
    def is_open(self) -> bool:
        """Whether the rule looks at all properties, or all classes."""
        return any(OPEN.search(str(o)) for _, p, o in self.triples if p == SH.select)

    def reads(self, changed: frozenset[Node]) -> bool:
        """Say whether the rule looks at any of the terms that changed."""
        return self.is_open or not changed.isdisjoint(self.terms)


def build_graph(triples: Iterable[Triple]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for triple in triples:
        graph.add(triple)
    return graph


def find_parts(shapes: Graph) -> list[Part]:
    """Return the rules of shapes one by one: properties, queries, and what node shapes say."""
    spread = validation._spread_targets(shapes)
    parts = []
    for node in {s for term in TARGETS for s in spread.subjects(term)}:
        assert isinstance(node, URIRef)
        own: set[Triple] = {
            (node, p, o) for p, o in spread.predicate_objects(node) if p != SH.sparql
        }
        if any(p in PARAMETERS for _, p, _ in own):
            parts.append(_build_part(node, node, own, spread))
        for query in spread.objects(node, SH.sparql):
            head = {t for t in own if t[1] not in PARAMETERS | {SH.message}}
            parts.append(_build_part(query, node, head | {(node, SH.sparql, query)}, spread))
    return sorted(parts, key=lambda part: part.name)


def _build_part(name: Node, node: URIRef, own: set[Triple], spread: Graph) -> Part:
    found, pending = set(own), [o for _, _, o in own]
    seen: set[Node] = {node}
    while pending:
        term = pending.pop()
        if term not in seen and (isinstance(term, BNode) or str(term).startswith(SHAPE)):
            seen.add(term)
            more = set(spread.triples((term, None, None)))
            found |= more
            pending += [o for _, _, o in more]
    return Part(str(name).removeprefix(SHAPE), node, frozenset(found))


def find_results(data: Graph, shapes: Graph) -> tuple[Result, ...]:
    """Return the results of shapes that need no check any more."""
    return validation._find_results(data, shapes)


def write_lines(results: Iterable[Result]) -> frozenset[str]:
    """Return results as the fault files write them: rule, component, focus, path and value."""
    return frozenset(_write_line(result) for result in results)


def _write_line(result: Result) -> str:
    component = result.component.removeprefix(str(SH)).removesuffix("ConstraintComponent")
    name = (result.constraint or result.shape).removeprefix(SHAPE)
    terms = [write_term(term) for term in (result.focus, result.path, result.value)]
    return " ".join((name, component, *terms))


def write_term(term: Node | None) -> str:
    """Return a term in Turtle on one line, short against the base and the prefixes."""
    if term is None:
        return "-"
    if isinstance(term, BNode):
        return "[]"
    if isinstance(term, Literal):
        return _write_literal(term)
    iri = str(term)
    if iri.startswith(BASE):
        return f"<{iri.removeprefix(BASE)}>"
    for prefix, namespace in NAMESPACES.items():
        if re.fullmatch(re.escape(namespace) + r"[A-Za-z][\w-]*", iri):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def _write_literal(literal: Literal) -> str:
    if literal.datatype in (PREFIXES["xsd"] + "integer", PREFIXES["xsd"] + "boolean"):
        return str(literal)
    text = str(literal).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if literal.language:
        return f'"{text}"@{literal.language}'
    return f'"{text}"' + (f"^^{write_term(literal.datatype)}" if literal.datatype else "")
