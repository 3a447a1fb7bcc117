"""Look up what triples say of a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Triple

from server.releases.graphs import Term, read_value


class Facts:
    """Give the values of each property of each thing, in the order in which they came."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        found: dict[str, dict[str, dict[Term, None]]] = {}
        for triple in triples:
            properties = found.setdefault(read_value(triple.subject), {})
            properties.setdefault(triple.predicate.value, {})[triple.object] = None
        self._found: Mapping[str, Mapping[str, Mapping[Term, None]]] = found

    def __contains__(self, iri: object) -> bool:
        return iri in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def find(self, iri: str) -> Mapping[str, list[Term]]:
        """Return the values of a thing by property."""
        return {name: list(values) for name, values in self._found.get(iri, {}).items()}

    def find_all(self, iri: str, name: str) -> list[Term]:
        """Return the values of one property."""
        return list(self._found.get(iri, {}).get(name, ()))

    def list_iris(self, iri: str, name: str) -> list[str]:
        """Return those values of one property that are IRIs."""
        return [term.value for term in self.find_all(iri, name) if isinstance(term, NamedNode)]

    def first(self, iri: str, name: str) -> Term | None:
        """Return the first value of one property, or None."""
        return next(iter(self._found.get(iri, {}).get(name, ())), None)

    def read(self, iri: str, name: str) -> str:
        """Return the first value of one property as text, "" where there is none."""
        term = self.first(iri, name)
        return read_value(term) if term is not None else ""

    def read_number(self, iri: str, name: str) -> int | None:
        """Return the first value of one property as a number, or None."""
        text = self.read(iri, name)
        return int(text) if text.isdigit() else None
