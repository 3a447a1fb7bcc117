"""Know which terms stand above which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from server.releases.graphs import read_value
from server.releases.service import Service

_HIERARCHY = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?below ?above WHERE {
  { ?below rdfs:subPropertyOf+ ?above } UNION { ?below rdfs:subClassOf+ ?above } }"""


@dataclass(frozen=True)
class Hierarchy:
    """Know which terms stand above which, so that what follows is not said twice."""

    service: Service

    @cached_property
    def above(self) -> Mapping[str, set[str]]:
        """Return the terms above each term."""
        found: dict[str, set[str]] = {}
        for row in self.service.list_rows(_HIERARCHY):
            found.setdefault(read_value(row["below"]), set()).add(read_value(row["above"]))
        return found

    def list_lowest(self, terms: Iterable[str]) -> list[str]:
        """Return the terms without those above another of them, in their order."""
        terms = list(terms)
        implied = {above for term in terms for above in self.above.get(term, ()) if above != term}
        return [term for term in terms if term not in implied]
