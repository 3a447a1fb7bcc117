"""Each rule of the shapes matters: a weaker one lets some fault through, and a file notices.

A mutant is tried on one rule alone, on the faults that break that rule; before that, the rule
as it is must find there what the files say.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from rdflib import SH, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from graph.shacl import PARAMETERS, TARGETS
from tests.shapes.faults import (
    SHAPE,
    Fault,
    Part,
    build_data,
    find_parts,
    find_results,
    read_all_shapes,
    read_faults,
    write_lines,
)

LOOSER: dict[Node, int] = {
    SH.minCount: -1,
    SH.qualifiedMinCount: -1,
    SH.minInclusive: -1,
    SH.minLength: -1,
    SH.maxCount: 1,
    SH.qualifiedMaxCount: 1,
}
LISTED = (SH["in"], SH["or"], SH.languageIn)
QUALIFIED = (SH.qualifiedMinCount, SH.qualifiedMaxCount)
# A title of the fault that leaves none in English.
FOREIGN = Literal("fr")


@dataclass(frozen=True)
class Mutant:
    """One rule made weaker, in one way."""

    part: Part
    change: str
    shapes: Graph


@cache
def find_faults() -> dict[str, list[Fault]]:
    """Return the faults by the rules that they break."""
    found: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in read_faults():
        for name in fault.broken:
            found[name].append(fault)
    return dict(found)


PARTS = find_parts(read_all_shapes())
# Data and results of the fault tried last, which the next mutant is likely to need again.
_LAST: dict[str, Graph] = {}


def data_of(fault: Fault | None) -> Graph:
    name = fault.name if fault else ""
    if name not in _LAST:
        if len(_LAST) > 20:
            _LAST.clear()
        _LAST[name] = build_data(fault.update if fault else "")
    return _LAST[name]


def expect(fault: Fault | None, part: Part) -> frozenset[str]:
    """Return what a file says that one rule finds."""
    lines = fault.results if fault else ()
    return frozenset(line for line in lines if line.split(" ")[0] == part.name)


def is_caught(part: Part, shapes: Graph) -> bool:
    """Say whether weaker shapes find anything else in a fault, or something in valid data."""
    tried = [*find_faults().get(part.name, []), None]
    return any(
        write_lines(find_results(data_of(fault), shapes)) != expect(fault, part) for fault in tried
    )


def find_mutants(part: Part) -> Iterator[Mutant]:
    """Yield the part without each of its constraints, and with each a little looser."""
    for node, term, value in sorted(part.triples):
        if term in PARAMETERS or term in QUALIFIED:
            name = str(node).removeprefix(SHAPE)
            label = f"{name} {str(term).removeprefix(str(SH))}"
            if term not in QUALIFIED:
                yield Mutant(part, f"{label} deleted", _without(part, (node, term, value)))
            yield from _loosen(part, (node, term, value), label)


def _without(part: Part, triple: tuple[Node, Node, Node]) -> Graph:
    shapes = part.graph
    shapes.remove(triple)
    if triple[1] == SH.qualifiedValueShape:  # a count of it alone is no shape
        for term in QUALIFIED:
            shapes.remove((triple[0], term, None))
    return shapes


def _loosen(part: Part, triple: tuple[Node, Node, Node], label: str) -> Iterator[Mutant]:
    node, term, value = triple
    shapes = part.graph
    if term in LOOSER:
        assert isinstance(value, Literal)
        shapes.set((node, term, Literal(value.toPython() + LOOSER[term])))
        yield Mutant(part, f"{label} {LOOSER[term]:+}", shapes)
    elif term == SH.pattern:
        shapes.set((node, term, Literal(".*")))
        yield Mutant(part, f"{label} .*", shapes)
    elif term == SH.lessThan:
        shapes.remove(triple)
        shapes.add((node, SH.lessThanOrEquals, value))
        yield Mutant(part, f"{label} or equal", shapes)
    elif term in LISTED:
        for member in shapes.items(value) if term == SH["or"] else ():
            fewer = part.graph
            items = Collection(fewer, value)
            del items[items.index(member)]
            yield Mutant(part, f"{label} without {member}", fewer)
        for more in _find_more(part, term):
            longer = part.graph
            Collection(longer, value).append(more)
            yield Mutant(part, f"{label} with {more}", longer)


def _find_more(part: Part, term: Node) -> set[Node]:
    """Return what a list refuses in the faults of a part."""
    if term == SH.languageIn:
        return {FOREIGN}
    if term == SH["or"]:
        return set()
    component = SH.InConstraintComponent
    return {
        result.value
        for fault in find_faults()[part.name]
        for result in find_results(data_of(fault), part.graph)
        if result.component == component and result.value is not None
    }


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_rule_alone_finds_what_the_files_say(part: Part) -> None:
    """A rule finds by itself, in valid data and in its faults, what it finds among all shapes."""
    for fault in (*find_faults()[part.name], None):
        found = write_lines(find_results(data_of(fault), part.graph))

        assert found == expect(fault, part), fault


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_weaker_rule_is_caught(part: Part) -> None:
    """No constraint of a rule can go, or give way by one, unnoticed."""
    missed = [
        mutant.change for mutant in find_mutants(part) if not is_caught(mutant.part, mutant.shapes)
    ]

    assert missed == []


def find_targets() -> list[tuple[URIRef, URIRef, URIRef]]:
    """Return the targets of all node shapes."""
    shapes = read_all_shapes()
    found = [t for term in TARGETS for t in shapes.triples((None, term, None))]
    return sorted(found)  # type: ignore[arg-type]


@pytest.mark.parametrize("target", find_targets(), ids=lambda t: " ".join(map(str, t)))
def test_missing_target_is_caught(target: tuple[URIRef, URIRef, URIRef]) -> None:
    """Each target of a shape brings a node that a file finds at fault."""
    shape, term, value = target
    owned = [part for part in PARTS if part.name.startswith(str(shape).removeprefix(SHAPE))]
    owned = [part for part in owned if (part.shape, term, value) in part.triples]

    assert any(is_caught(part, _without(part, (part.shape, term, value))) for part in owned)


def test_misspelt_constraint_is_caught() -> None:
    """What pyshacl passes over in silence, a fault file would show."""
    part = next(part for part in PARTS if part.name == "StatementShape-modality")
    shapes = part.graph
    shapes.remove((part.shape, SH.minCount, None))
    shapes.add((part.shape, URIRef(f"{SH}mincount"), Literal(1)))

    assert is_caught(part, shapes)
