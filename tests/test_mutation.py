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
from graph.validate import Result
from tests.shapes.faults import (
    SHAPE,
    Dataset,
    Fault,
    Part,
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


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """The valid dataset, to be changed by one fault after the other."""
    return Dataset()


def find_missed(part: Part, mutants: list[Mutant], dataset: Dataset) -> list[str]:
    """Return the mutants that find what the rule finds in valid data and in each of its faults."""
    for fault in (None, *find_faults()[part.name]):
        data = dataset.change(fault.update if fault else "")
        lines = fault.results if fault else ()
        expected = {line for line in lines if line.split(" ")[0] == part.name}
        found = find_results(data, part.graph)

        assert write_lines(found) == expected, fault
        mutants += _allow(part, found)
        mutants = [m for m in mutants if write_lines(find_results(data, m.shapes)) == expected]
    return [mutant.change for mutant in mutants]


def _allow(part: Part, found: tuple[Result, ...]) -> list[Mutant]:
    """Return the part with each value that a list of it refuses added to the list."""
    mutants = []
    for result in found:
        if result.component == SH.InConstraintComponent and result.value is not None:
            shapes = part.graph
            for values in set(shapes.objects(None, SH["in"])):
                Collection(shapes, values).append(result.value)
            mutants.append(Mutant(part, f"{part.name} in with {result.value}", shapes))
    return mutants


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
    elif term == SH["or"]:
        for member in shapes.items(value):
            fewer = part.graph
            items = Collection(fewer, value)
            del items[items.index(member)]
            yield Mutant(part, f"{label} without {member}", fewer)
    elif term == SH.languageIn:
        Collection(shapes, value).append(FOREIGN)
        yield Mutant(part, f"{label} with {FOREIGN}", shapes)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_weaker_rule_is_caught(part: Part, dataset: Dataset) -> None:
    """No constraint of a rule can go, or give way by one, unnoticed."""
    assert find_missed(part, list(find_mutants(part)), dataset) == []


def find_targets() -> list[tuple[URIRef, URIRef, URIRef]]:
    """Return the targets of all node shapes."""
    shapes = read_all_shapes()
    found = [t for term in TARGETS for t in shapes.triples((None, term, None))]
    return sorted(found)  # type: ignore[arg-type]


@pytest.mark.parametrize("target", find_targets(), ids=lambda t: " ".join(map(str, t)))
def test_missing_target_is_caught(target: tuple[URIRef, URIRef, URIRef], dataset: Dataset) -> None:
    """Each target of a shape brings a node that a file finds at fault."""
    shape, term, value = target
    owned = [part for part in PARTS if part.name.startswith(str(shape).removeprefix(SHAPE))]
    caught = False
    for part in owned:
        triple = (part.shape, term, value)
        if triple in part.triples and not caught:
            mutant = Mutant(part, "target", _without(part, triple))
            caught = find_missed(part, [mutant], dataset) == []

    assert caught


def test_misspelt_constraint_is_caught(dataset: Dataset) -> None:
    """What pyshacl passes over in silence, a fault file would show."""
    part = next(part for part in PARTS if part.name == "StatementShape-modality")
    shapes = part.graph
    shapes.remove((part.shape, SH.minCount, None))
    shapes.add((part.shape, URIRef(f"{SH}mincount"), Literal(1)))

    assert find_missed(part, [Mutant(part, "mincount", shapes)], dataset) == []
