"""A release in memory, and which part of it answers which query right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store

from server.engine.tokens import Clauses, find_clauses

SHARED = """
SELECT DISTINCT ?graphs {
  SELECT (GROUP_CONCAT(STR(?graph); separator=" ") AS ?graphs)
  { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?s ?p ?o HAVING (COUNT(*) > 1) }"""


@dataclass(frozen=True)
class Source:
    """What a query is asked of: a store, and the graphs in it where they are not the usual ones."""

    store: Store
    default: list[NamedNode | BlankNode | DefaultGraph] | None = None
    named: list[NamedNode | BlankNode] | None = None


@dataclass(frozen=True)
class Data:
    """The same release twice: with its graphs, and as one graph.

    The default graph of ``full`` holds the merge of all graphs, each triple once; ``merged``
    holds that alone, which is faster to search. ``shared`` tells with which other graphs a graph
    has triples in common: where a query merges two of these, the engine would repeat the triples.
    """

    full: Store
    merged: Store
    shared: Mapping[str, frozenset[str]]

    def find(
        self,
        text: str,
        base: str,
        default: Sequence[str] | None = None,
        named: Sequence[str] | None = None,
    ) -> Source:
        """Return what answers a query, given the graphs that the protocol names, if any.

        A text without certain letters names no graph; where the letters stand for something else,
        the answer is the same.
        """
        if default is not None or named is not None:
            clauses = Clauses(tuple(default or ()), tuple(named or ()))
            return self._merge(clauses) or Source(
                self.full,
                [NamedNode(iri) for iri in clauses.default],
                [NamedNode(iri) for iri in clauses.named],
            )
        folded = text.lower()
        if "from" in folded and self.shared:
            found = find_clauses(text, base)
            return (self._merge(found) if found else None) or Source(self.full)
        if "graph" in folded or "from" in folded or "\\" in folded:
            return Source(self.full)
        return Source(self.merged)

    def _merge(self, clauses: Clauses) -> Source | None:
        """Return a store of its own for graphs with triples in common, or None without such."""
        graphs = set(clauses.default)
        if not any(self.shared.get(iri, frozenset()) & graphs for iri in graphs):
            return None
        store = Store()
        for iri in graphs:
            found = self.full.quads_for_pattern(None, None, None, NamedNode(iri))
            store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in found)
        for iri in clauses.named:
            store.bulk_extend(self.full.quads_for_pattern(None, None, None, NamedNode(iri)))
        return Source(store, [DefaultGraph()], [NamedNode(iri) for iri in clauses.named])


def load_data(path: str) -> Data:
    """Return the data of an N-Quads file.

    Raises:
        OSError: the file cannot be read.
        SyntaxError: it is no N-Quads.
    """
    full = Store()
    full.bulk_load(path=path, format=RdfFormat.N_QUADS)
    before = len(full)
    full.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    merged = Store()
    triples = full.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    merged.bulk_load(input=triples, format=RdfFormat.N_TRIPLES)
    return Data(full, merged, _find_shared(full) if len(merged) < before else {})


def _find_shared(full: Store) -> dict[str, frozenset[str]]:
    """Return, for each graph that shares a triple with others, which others."""
    found = full.query(SHARED)
    shared: dict[str, set[str]] = {}
    if isinstance(found, QuerySolutions):
        for row in found:
            graphs = set(row["graphs"].value.split())
            for graph in graphs:
                shared.setdefault(graph, set()).update(graphs - {graph})
    return {graph: frozenset(others) for graph, others in shared.items()}
