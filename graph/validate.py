"""Data and shapes → a report; the only module that knows pyshacl."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyoxigraph as ox
import pyshacl
import rdflib
from pyshacl.errors import ReportableRuntimeError
from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef, Variable
from rdflib.query import Result as Rows
from rdflib.term import Node

from graph.errors import ShapeError
from graph.shacl import TARGETS, check_shapes, read_shapes
from graph.terms import VOID

__all__ = ["Report", "Result", "check_shapes", "read_shapes", "validate"]


@dataclass(frozen=True)
class Result:
    """One place where the data break a rule; ``constraint`` names the query, if one found it."""

    focus: Node
    path: URIRef | None
    value: Node | None
    shape: URIRef
    component: URIRef
    constraint: URIRef | None
    severity: URIRef
    message: str

    def __str__(self) -> str:
        terms = [term.n3() for term in (self.focus, self.path, self.value) if term is not None]
        return f"{' '.join(terms)}: {self.message} ({self.constraint or self.shape})"


@dataclass(frozen=True)
class Report:
    """The results of a validation, sorted; ``graph`` says the same in SHACL, without blank nodes.

    Data conform where no result is a violation: a warning is listed only.
    """

    results: tuple[Result, ...]
    graph: Graph

    @property
    def conforms(self) -> bool:
        """Whether the data may be released."""
        return all(result.severity != SH.Violation for result in self.results)


def validate(data: Graph, shapes: Graph, report: URIRef | None = None) -> Report:
    """Return where the data break the shapes.

    The report has the IRI ``report``, by default "report" under the base of the dataset that the
    data describe; its results are numbered fragments of it.

    Raises:
        ShapeError: the shapes have faults; all of them at once.
    """
    check_shapes(shapes)
    results = _find_results(data, _spread_targets(shapes))
    return Report(results, _build_report(results, report or _find_report(data)))


def _find_results(data: Graph, spread: Graph) -> tuple[Result, ...]:
    try:
        with _unchanged_rdflib(), _checked_once():
            _, found, _ = pyshacl.validate(_Data(data), shacl_graph=spread)
    except ReportableRuntimeError as error:
        raise ShapeError(str(error)) from error
    if isinstance(found, ReportableRuntimeError):
        raise ShapeError(str(found))
    return tuple(sorted(_read_results(found), key=_order))


@contextmanager
def _unchanged_rdflib() -> Iterator[None]:
    """Put back what pyshacl sets in rdflib for the whole process."""
    normalize = rdflib.NORMALIZE_LITERALS
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = normalize


@contextmanager
def _checked_once() -> Iterator[None]:
    """Let pyshacl look once for what a query must not hold, not once for each node.

    That took a tenth of the time of a build and more.
    """
    check: Any = SPARQLQueryHelper.check_invalid_sparql
    known: set[tuple[object, ...]] = set()

    def check_once(
        helper: SPARQLQueryHelper, text: str, valuenode: Any = None, extravars: Any = None
    ) -> bool:
        key = (text, valuenode is None, tuple(extravars or ()))
        if key not in known:
            check(helper, text, valuenode=valuenode, extravars=extravars)
            known.add(key)
        return True

    SPARQLQueryHelper.check_invalid_sparql = check_once  # type: ignore[method-assign]
    try:
        yield
    finally:
        SPARQLQueryHelper.check_invalid_sparql = check  # type: ignore[method-assign]


def _spread_targets(shapes: Graph) -> Graph:
    """Return shapes in which each property has the targets of its node shape, instead of it.

    The results are the same, and pyshacl looks at all nodes at once instead of one by one.
    """
    spread = Graph(bind_namespaces="none")
    spread += shapes
    for shape, prop in shapes.subject_objects(SH.property):
        for term in TARGETS:
            for target in shapes.objects(shape, term):
                spread.add((prop, term, target))
        spread.remove((shape, SH.property, prop))
    return spread


class _Data(Graph):
    """The triples of a graph, with queries answered by Oxigraph.

    pyshacl sends one query for each node and rule, and rdflib parses each again; a rule on all
    subjects takes rdflib seconds.
    """

    def __init__(self, data: Graph) -> None:
        super().__init__(store=data.store, identifier=data.identifier, bind_namespaces="none")

    @cached_property
    def oxigraph(self) -> ox.Store:
        """The same triples in a store of Oxigraph."""
        store = ox.Store()
        text = self.serialize(format="nt", encoding="utf-8")
        store.bulk_load(text, format=ox.RdfFormat.N_TRIPLES)
        return store

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> Rows:
        """Return the rows of a SELECT query, with variables bound beforehand."""
        bound = kwargs.get("initBindings") or (args[3] if len(args) > 3 else None) or {}
        given: dict[ox.Variable, Any] = {
            ox.Variable(name): _to_oxigraph(term) for name, term in bound.items()
        }
        solutions = self.oxigraph.query(query_object, substitutions=given)
        assert isinstance(solutions, ox.QuerySolutions)
        rows, names = Rows("SELECT"), [name.value for name in solutions.variables]
        rows.vars = [Variable(name) for name in names]
        rows.bindings = [
            {Variable(name): _to_rdflib(row[name]) for name in names if row[name] is not None}
            for row in solutions
        ]
        return rows


def _to_oxigraph(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or XSD.string)))
    return ox.BlankNode(str(term))


def _to_rdflib(term: Any) -> URIRef | BNode | Literal:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = URIRef(term.datatype.value)
    return Literal(term.value, datatype=None if datatype == XSD.string else datatype)


def _read_results(report: Graph) -> Iterator[Result]:
    for node in report.objects(None, SH.result):
        value: dict[Node, Any] = dict(report.predicate_objects(node))
        path = value.get(SH.resultPath)
        messages = sorted(str(text) for text in report.objects(node, SH.resultMessage))
        yield Result(
            focus=value[SH.focusNode],
            path=path if isinstance(path, URIRef) else None,
            value=value.get(SH.value),
            shape=value[SH.sourceShape],
            component=value[SH.sourceConstraintComponent],
            constraint=value.get(SH.sourceConstraint),
            severity=value[SH.resultSeverity],
            message=" ".join(messages),
        )


def _order(result: Result) -> tuple[str, ...]:
    terms = (result.shape, result.constraint, result.focus, result.path, result.value)
    return *(str(term or "") for term in terms), result.component, result.message


def _find_report(data: Graph) -> URIRef:
    bases = sorted(str(base) for base in data.objects(None, VOID.uriSpace))
    return URIRef(f"{bases[0] if bases else 'urn:'}report")


def _build_report(results: tuple[Result, ...], iri: URIRef) -> Graph:
    graph = Graph(bind_namespaces="none")
    graph.add((iri, RDF.type, SH.ValidationReport))
    graph.add((iri, SH.conforms, Literal(not results)))
    for number, result in enumerate(results, 1):
        node = URIRef(f"{iri}#result-{number}")
        graph.add((iri, SH.result, node))
        graph.add((node, RDF.type, SH.ValidationResult))
        for term, value in (
            (SH.focusNode, result.focus),
            (SH.resultPath, result.path),
            (SH.value, result.value),
            (SH.sourceShape, result.shape),
            (SH.sourceConstraintComponent, result.component),
            (SH.sourceConstraint, result.constraint),
            (SH.resultSeverity, result.severity),
            (SH.resultMessage, Literal(result.message)),
        ):
            if value is not None:
                graph.add((node, term, value))
    return graph
