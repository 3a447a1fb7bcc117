"""Know the shapes of a release: they are no part of the graph, but their IRIs resolve too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Triple

from server.namespaces import RDFS, SH
from server.releases.graphs import read_value

NAMES = (RDFS + "label", SH + "name")


@dataclass(frozen=True)
class Shapes:
    """Hold the triples of the shapes by subject and by value."""

    by_subject: Mapping[str, tuple[Triple, ...]]
    by_value: Mapping[str, tuple[Triple, ...]]

    def __contains__(self, iri: object) -> bool:
        return iri in self.by_subject

    @property
    def iris(self) -> Iterator[str]:
        """Yield the IRI of each shape."""
        return (name for name in self.by_subject if not name.startswith("_:"))

    def describe(self, iri: str) -> list[Triple]:
        """Return the triples of a shape and of the lists that it holds."""
        found: dict[Triple, None] = {}
        waiting = [iri]
        while waiting:
            for triple in self.by_subject.get(waiting.pop(), ()):
                if triple not in found and isinstance(triple.object, BlankNode):
                    waiting.append(str(triple.object))
                found[triple] = None
        return list(found)

    def list_incoming(self, iri: str) -> list[Triple]:
        """Return the triples that have a shape as value."""
        return [t for t in self.by_value.get(iri, ()) if isinstance(t.subject, NamedNode)]

    def find_label(self, iri: str) -> str:
        """Return the name of a shape, or "" where it has none."""
        for triple in self.by_subject.get(iri, ()):
            if triple.predicate.value in NAMES:
                return read_value(triple.object)
        return ""

    def list_texts(self, iris: Iterable[str]) -> Iterator[Triple]:
        """Yield the names and messages of shapes."""
        for iri in iris:
            for triple in self.by_subject.get(iri, ()):
                if triple.predicate.value in {*NAMES, SH + "message"}:
                    yield triple


def index_shapes(triples: Iterable[Triple]) -> Shapes:
    """Return the shapes that some triples describe; blank nodes are numbered in their order."""
    numbers: dict[BlankNode, BlankNode] = {}

    def number(term: object) -> object:
        if isinstance(term, BlankNode):
            return numbers.setdefault(term, BlankNode(f"b{len(numbers) + 1}"))
        return term

    by_subject: dict[str, list[Triple]] = {}
    by_value: dict[str, list[Triple]] = {}
    for triple in triples:
        subject, value = number(triple.subject), number(triple.object)
        renamed = Triple(subject, triple.predicate, value)  # type: ignore[arg-type]
        by_subject.setdefault(_name(subject), []).append(renamed)
        by_value.setdefault(_name(value), []).append(renamed)
    return Shapes(
        {name: tuple(found) for name, found in by_subject.items()},
        {name: tuple(found) for name, found in by_value.items()},
    )


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
