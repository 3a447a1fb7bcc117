"""Two releases → what changed between them, in words and as triples.

What is only computed (the description, what is derived) is left out: it follows from the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Triple

from server.lookup.labels import show_literal
from server.namespaces import PROV, RDF_TYPE, SKOS, XSD
from server.releases.graphs import order, read_value

DATES = (f"{XSD}date", f"{XSD}dateTime", "http://id.loc.gov/datatypes/edtf/EDTF")
COMPUTED = ("graph/description", "graph/derived")


@dataclass(frozen=True)
class Change:
    """Hold one change: of what kind, which thing by what name, and a sentence that says it."""

    kind: str
    iri: str
    name: str
    sentence: str


@dataclass(frozen=True)
class Changes:
    """Hold what changed: sentences by kind and thing, and the triples added and removed."""

    changes: tuple[Change, ...]
    added: tuple[Triple, ...]
    removed: tuple[Triple, ...]


class Kind(NamedTuple):
    """Hold the title of a kind of change, and what is said of one such change and of many."""

    title: str
    one: str
    many: str


# Kinds, in the order in which they are told.
KINDS = {
    "joined": Kind("Parties that joined", "Party joined", "Parties joined"),
    "left": Kind(
        "Parties that are no longer listed",
        "Party is no longer listed",
        "Parties are no longer listed",
    ),
    "withdrawn": Kind("Withdrawn", "thing was withdrawn", "things were withdrawn"),
    "corrected": Kind("Dates that were corrected", "date was corrected", "dates were corrected"),
    "relabelled": Kind("Labels that changed", "label changed", "labels changed"),
    "added": Kind("New", "thing is new", "things are new"),
    "changed": Kind("Otherwise changed", "other fact changed", "other facts changed"),
}
STRINGS = (f"{XSD}string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


def read_data(quads: Iterable[Quad], base: str) -> frozenset[Triple]:
    """Return what a release says, without what is computed from it."""
    computed = {NamedNode(base + path) for path in COMPUTED}
    return frozenset(quad.triple for quad in quads if quad.graph_name not in computed)


def compare(
    before: frozenset[Triple],
    after: frozenset[Triple],
    ontology: str,
    find_name: Callable[[str], str],
) -> Changes:
    """Return what changed from one release to another.

    ``ontology`` begins the own terms; ``find_name`` names what neither release has a label for.
    """
    added, removed = after - before, before - after
    comparison = Comparison(_index(before), _index(after), ontology, find_name)
    things = sorted({_find_thing(triple) for triple in added | removed})
    changes = [change for thing in things for change in comparison.tell(thing)]
    ranks = list(KINDS)
    changes.sort(key=lambda change: (ranks.index(change.kind), change.iri, change.sentence))
    return Changes(tuple(changes), tuple(order(added)), tuple(order(removed)))


Facts = Mapping[str, Mapping[str, frozenset[object]]]


def _index(triples: Iterable[Triple]) -> Facts:
    found: dict[str, dict[str, set[object]]] = {}
    for triple in triples:
        values = found.setdefault(read_value(triple.subject), {})
        values.setdefault(triple.predicate.value, set()).add(triple.object)
    return {
        iri: {name: frozenset(values) for name, values in facts.items()}
        for iri, facts in found.items()
    }


def _find_thing(triple: Triple) -> str:
    """Return the thing that a triple is about: of a part of it, the whole."""
    subject = read_value(triple.subject)
    stem, mark, _ = subject.partition("#")
    return subject if not mark or stem.endswith("ontology") else stem


@dataclass(frozen=True)
class Comparison:
    """Hold the facts before and after, by thing and property."""

    before: Facts
    after: Facts
    ontology: str
    find_name: Callable[[str], str]

    def tell(self, iri: str) -> Iterable[Change]:
        """Yield the changes of one thing."""
        old, new = self.before.get(iri, {}), self.after.get(iri, {})
        name = self._name(iri)
        if f"{PROV}invalidatedAtTime" in new and f"{PROV}invalidatedAtTime" not in old:
            reasons = " ".join(self._write(value) for value in new.get(f"{SKOS}changeNote", ()))
            yield Change("withdrawn", iri, name, f"{name} was withdrawn. {reasons}".strip())
        elif not old:
            is_party = NamedNode(f"{self.ontology}Participation") in new.get(RDF_TYPE, ())
            kind, words = ("joined", "A Party joined: ") if is_party else ("added", "New: ")
            yield Change(kind, iri, name, f"{words}{name}.")
        elif not new:
            is_party = NamedNode(f"{self.ontology}Participation") in old.get(RDF_TYPE, ())
            if is_party:
                yield Change("left", iri, name, f"A Party is no longer listed: {name}.")
            else:
                words = f"{name} was withdrawn; no reason was recorded."
                yield Change("withdrawn", iri, name, words)
        else:
            yield from self._compare(iri, name, old, new)

    def _compare(
        self,
        iri: str,
        name: str,
        old: Mapping[str, frozenset[object]],
        new: Mapping[str, frozenset[object]],
    ) -> Iterable[Change]:
        differing = [term for term in sorted({*old, *new}) if old.get(term) != new.get(term)]
        for term in differing:
            gone = sorted(map(self._write, old.get(term, frozenset()) - new.get(term, frozenset())))
            come = sorted(map(self._write, new.get(term, frozenset()) - old.get(term, frozenset())))
            what = f"{name}: {self._name(term)}"
            if gone and come:
                words = f"{what} changed from {', '.join(gone)} to {', '.join(come)}."
            elif come:
                words = f"{what} was added: {', '.join(come)}."
            else:
                words = f"{what} was removed: {', '.join(gone)}."
            values = [*old.get(term, ()), *new.get(term, ())]
            yield Change(find_kind(term, values, bool(gone and come)), iri, name, words)
        if not differing:
            words = f"{name}: a part of its description changed."
            yield Change("changed", iri, name, words)

    def _name(self, iri: str) -> str:
        """Return the English label of a thing, of the later release where that has one."""
        for facts in (self.after, self.before):
            for value in facts.get(iri, {}).get(f"{SKOS}prefLabel", ()):
                if isinstance(value, Literal) and value.language == "en":
                    return value.value
        return self.find_name(iri)

    def _write(self, value: object) -> str:
        if isinstance(value, NamedNode):
            return self._name(value.value)
        if isinstance(value, Literal) and value.datatype.value not in STRINGS:
            return show_literal(value).text
        if isinstance(value, Literal):
            language = f" ({value.language})" if value.language not in (None, "en") else ""
            return f"“{value.value}”{language}"
        return str(value)


def summarize(changes: Changes) -> str:
    """Return in one sentence how much changed."""
    counts = Counter(change.kind for change in changes.changes)
    parts = [
        f"{counts[name]:,} {kind.one if counts[name] == 1 else kind.many}"
        for name, kind in KINDS.items()
        if counts[name]
    ]
    return f"{', '.join(parts)}." if parts else "Nothing changed."


def find_kind(term: str, values: Iterable[object], is_replaced: bool) -> str:
    """Return of what kind the change of a property is."""
    if term in (f"{SKOS}prefLabel", f"{SKOS}altLabel"):
        return "relabelled"
    dates = [isinstance(v, Literal) and v.datatype.value in DATES for v in values]
    return "corrected" if is_replaced and all(dates) else "changed"
