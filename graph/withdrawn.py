"""IRIs that were once published and are withdrawn → what became of them, so that they stay known.

``withdrawn.yaml`` has a path as key, and under it ``label``, ``date``, ``reason`` and, where there
is one, ``replaced_by``.

Source: https://www.w3.org/TR/prov-o/#invalidatedAtTime
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.errors import Faults
from graph.folder import Block, Text, Where, read_block, read_date
from graph.iris import PATH, Iris
from graph.terms import DCTERMS, PROV, SKOS

FILE = "withdrawn.yaml"
KEYS = ("label", "date", "reason", "replaced_by")


@dataclass(frozen=True)
class Withdrawn:
    """A path that is withdrawn: its label, the day, why, and what took its place."""

    path: str
    label: str
    date: dt.date
    reason: str
    replaced_by: str
    where: Where


def read_withdrawn(folder: Path, faults: Faults) -> list[Withdrawn]:
    """Return what is withdrawn, in the order of the file; none where there is no file."""
    blocks = read_block(folder, FILE, faults).blocks(faults)
    return [found for path, block in blocks if (found := _read(path, block, faults))]


def _read(path: Text, block: Block, faults: Faults) -> Withdrawn | None:
    block.refuse_unknown(KEYS, faults)
    if not PATH.fullmatch(path):
        faults.add(path.where, f"a path is required, like concept/name; found {path}")
        return None
    texts = {key: block.text(key, faults) for key in KEYS}
    for key in ("label", "date", "reason"):
        if not texts[key]:
            faults.add(path.where, f"the {key} of {path} is required; found none")
    date = read_date(texts["date"], faults)
    if date is None or not texts["label"] or not texts["reason"]:
        return None
    return Withdrawn(
        str(path),
        str(texts["label"]),
        date,
        str(texts["reason"]),
        str(texts["replaced_by"] or ""),
        path.where,
    )


def check_withdrawn(found: list[Withdrawn], known: frozenset[str], faults: Faults) -> None:
    """Record a fault for each that is described all the same, or replaced by what is not."""
    for each in found:
        if each.path in known:
            faults.add(each.where, f"{each.path} is withdrawn, and yet described in the sources")
        if each.replaced_by and each.replaced_by not in known:
            faults.add(each.where, f"{each.path} is replaced by {each.replaced_by}: not described")


def build_withdrawn(found: list[Withdrawn], iris: Iris) -> Graph:
    """Return what became of the withdrawn, for ``/graph/catalogue``."""
    graph = Graph(bind_namespaces="none")
    for each in found:
        for triple in _describe(each, iris):
            graph.add(triple)
    return graph


def _describe(each: Withdrawn, iris: Iris) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    thing = iris(each.path)
    moment = f"{each.date.isoformat()}T00:00:00Z"
    yield thing, RDF.type, PROV.Entity
    yield thing, SKOS.prefLabel, Literal(each.label, lang="en")
    yield thing, SKOS.changeNote, Literal(each.reason, lang="en")
    yield thing, PROV.invalidatedAtTime, Literal(moment, datatype=XSD.dateTime, normalize=False)
    if each.replaced_by:
        yield thing, DCTERMS.isReplacedBy, iris(each.replaced_by)
