"""Arrange the shapes of a release as rules in words, and measure how complete its data are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode

from server.engine.answers import StoreError
from server.lookup.facts import Facts
from server.lookup.labels import Labels, Shown
from server.lookup.statements import ask_labels
from server.namespaces import RDF, RDF_TYPE, RDFS, SH
from server.releases.graphs import Term, read_value
from server.releases.service import Service

TARGETS = {
    "targetClass": "each",
    "targetSubjectsOf": "what has",
    "targetObjectsOf": "each value of",
    "targetNode": "",
}

_COMPLETENESS = """
SELECT ?class ?property (COUNT(DISTINCT ?thing) AS ?things) WHERE {{
  ?thing a ?class ; ?property ?value
  FILTER(STRSTARTS(STR(?class), "{ontology}") && STRSTARTS(STR(?property), "{ontology}"))
}} GROUP BY ?class ?property"""
_SIZES = """
SELECT ?class (COUNT(DISTINCT ?thing) AS ?things) WHERE {{
  ?thing a ?class FILTER(STRSTARTS(STR(?class), "{ontology}")) }} GROUP BY ?class"""


@dataclass(frozen=True)
class Rule:
    """Hold one rule: its IRI, what it is about, and the rule in words."""

    shown: Shown
    path: Shown | None
    words: str
    is_warning: bool


@dataclass(frozen=True)
class RuleGroup:
    """Hold the rules of one shape and the things that they hold for.

    ``targets`` are terms with the words before them.
    """

    shown: Shown
    targets: tuple[tuple[str, Shown], ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Share:
    """Hold how many things of a class have a property."""

    name: Shown
    number: int
    total: int

    @property
    def percent(self) -> int:
        """Return the share in whole percent, rounded down: 100 means all."""
        return 100 * self.number // self.total


@dataclass(frozen=True)
class Completeness:
    """Hold the shares of the properties that not every thing of a class has."""

    kind: Shown
    total: int
    always: tuple[Shown, ...]
    shares: tuple[Share, ...]


def list_rules(service: Service) -> list[RuleGroup]:
    """Return the shapes with their rules, by label."""
    triples = [t for found in service.release.shapes.by_subject.values() for t in found]
    facts = Facts(triples)
    named = {t.value for triple in triples for t in (triple.object,) if isinstance(t, NamedNode)}
    labels = Labels([*triples, *ask_labels(named, service)], service)
    groups = []
    for iri in facts:
        targets = [
            (words, labels.show(term))
            for name, words in TARGETS.items()
            for term in facts.find_all(iri, SH + name)
        ]
        if SH + "NodeShape" not in facts.list_iris(iri, RDF_TYPE) or not targets:
            continue
        rules = [_show_rule(each, facts, labels) for each in _list_parts(iri, facts)]
        groups.append(
            RuleGroup(
                shown=labels.show(NamedNode(iri)),
                targets=tuple(targets),
                rules=tuple(rule for rule in rules if rule.words),
            )
        )
    return sorted(groups, key=lambda group: group.shown.text.lower())


def _list_parts(iri: str, facts: Facts) -> Iterator[str]:
    """Yield a shape and the rules that it holds by name."""
    yield iri
    for name in ("property", "sparql", "node"):
        yield from facts.list_iris(iri, SH + name)


def _show_rule(iri: str, facts: Facts, labels: Labels) -> Rule:
    words = facts.read(iri, SH + "message") or facts.read(iri, RDFS + "comment")
    path = facts.first(iri, SH + "path")
    return Rule(
        shown=labels.show(NamedNode(iri)),
        path=labels.show(path) if isinstance(path, NamedNode) else _show_path(path, facts, labels),
        words=words,
        is_warning=facts.read(iri, SH + "severity").endswith("#Warning"),
    )


def _show_path(path: Term | None, facts: Facts, labels: Labels) -> Shown | None:
    """Return a path of several steps in words, or None where there is no path."""
    if not isinstance(path, BlankNode):
        return None
    inverse = facts.first(str(path), SH + "inversePath")
    if inverse is not None:
        return Shown(f"what has it as {labels.show(inverse).text}")
    steps, node = [], str(path)
    while facts.first(node, RDF + "first") is not None:
        step = facts.first(node, RDF + "first")
        steps.append(labels.show(step).text if isinstance(step, NamedNode) else "…")
        node = str(facts.first(node, RDF + "rest"))
    return Shown(", ".join(steps)) if steps else None


def list_completeness(service: Service) -> list[Completeness]:
    """Return how complete the things of each own class are, the largest class first.

    Nothing where the release is too large to count within the limits of a query.
    """
    try:
        return _list_completeness(service)
    except StoreError:
        return []


def _list_completeness(service: Service) -> list[Completeness]:
    names = {"ontology": service.ontology}
    sizes = {
        read_value(row["class"]): int(read_value(row["things"]))
        for row in service.list_rows(_SIZES.format(**names))
        if "class" in row
    }
    counts: dict[str, dict[str, int]] = {}
    for row in service.list_rows(_COMPLETENESS.format(**names)):
        if "class" in row:
            values = counts.setdefault(read_value(row["class"]), {})
            values[read_value(row["property"])] = int(read_value(row["things"]))
    named = {*counts, *(name for values in counts.values() for name in values)}
    labels = Labels(ask_labels(named, service), service)
    return [
        _show_completeness(kind, counts[kind], sizes[kind], labels)
        for kind in sorted(counts, key=lambda kind: (-sizes[kind], kind))
    ]


def _show_completeness(
    kind: str, counts: dict[str, int], total: int, labels: Labels
) -> Completeness:
    def show(iri: str) -> Shown:
        return labels.show(NamedNode(iri))

    some = sorted((-number, name) for name, number in counts.items() if number < total)
    return Completeness(
        kind=show(kind),
        total=total,
        always=tuple(show(name) for name in sorted(counts) if counts[name] == total),
        shares=tuple(Share(show(name), -number, total) for number, name in some),
    )
