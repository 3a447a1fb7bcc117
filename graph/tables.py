"""Graphs → tables for people who work with spreadsheets: one row a Party, one a statement."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping

from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from graph.partitions import find_name
from graph.terms import CDCE, DCTERMS, MODALITY, OA, PROV, SCHEMA, SKOS
from graph.treaty import Treaty

Row = Mapping[str, str]


class Lookup:
    """Values of a graph as the text of a cell: several are joined by a bar, none is empty."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def text(self, thing: Node | None, *path: URIRef) -> str:
        """Return the values at the end of a path of properties."""
        return self.join(self.find(thing, *path), str)

    def name(self, thing: Node | None, *path: URIRef) -> str:
        """Return the English labels of the values at the end of a path."""
        return self.join(self.find(thing, *path), self.label)

    def find(self, thing: Node | None, *path: URIRef) -> list[Node]:
        """Return the values at the end of a path of properties."""
        found = [thing] if thing is not None else []
        for term in path:
            found = [value for node in found for value in self.graph.objects(node, term)]
        return found

    def label(self, thing: Node) -> str:
        """Return the English label of a thing, or the thing as it is."""
        labels = self.graph.objects(thing, SKOS.prefLabel)
        english = [str(o) for o in labels if isinstance(o, Literal) and o.language == "en"]
        return english[0] if english else str(thing)

    @staticmethod
    def join(values: Iterable[Node], show: Callable[[Node], str]) -> str:
        """Return the values as one cell, sorted."""
        return " | ".join(sorted({show(value) for value in values}))


def write_parties(graph: Graph, treaty: Treaty) -> str:
    """Return the table of Parties, in the order of deposit and name."""
    seek = Lookup(graph)
    note = treaty.graphs["register"]
    rows = [
        {**_find_party(thing, seek), "licence": note.licence, "attribution": note.attribution}
        for thing in graph.subjects(RDF.type, CDCE.Participation)
    ]
    return _write(sorted(rows, key=lambda row: (row["deposit_date"], row["name"])))


def _find_party(thing: Node, seek: Lookup) -> Row:
    graph = seek.graph
    party = graph.value(thing, CDCE.party)
    codes = {c.datatype: str(c) for c in seek.find(party, SKOS.notation) if isinstance(c, Literal)}
    links = [str(o) for term in (OWL.sameAs, RDFS.seeAlso) for o in seek.find(party, term)]
    said = [s for s in graph.subjects(RDF.subject, thing) if isinstance(s, URIRef)]
    effective = [s for s in said if (s, RDF.predicate, CDCE.effectiveDate) in graph]
    computed = any((s, CDCE.modality, MODALITY.computed) in graph for s in effective)
    reported = [s for s in said if (s, CDCE.asserted, Literal(False)) in graph]
    return {
        "party": str(party),
        "name": seek.label(party) if party else "",
        "alpha2": codes.get(CDCE.alpha2Code, ""),
        "alpha3": codes.get(CDCE.alpha3Code, ""),
        "m49": codes.get(CDCE.m49Code, ""),
        "consent_type": seek.name(thing, CDCE.consentType),
        "deposit_date": seek.text(thing, CDCE.depositDate),
        "effective_date": seek.text(thing, CDCE.effectiveDate),
        "effective_date_is_computed": "yes" if computed else "no",
        "declaration_or_reservation": seek.text(thing, CDCE.hasDeclarationOrReservation),
        "territorial_scope": seek.text(thing, CDCE.territorialScope),
        "un_region": seek.name(party, CDCE.unRegion),
        "electoral_group": seek.name(party, CDCE.electoralGroup),
        "first_source": seek.text(thing, CDCE.firstSource, SCHEMA.url),
        "second_source": seek.text(thing, CDCE.secondSource, SCHEMA.url),
        "conflicting_statements": Lookup.join(reported, str),
        "links": " | ".join(sorted(links)),
    }


def write_statements(graph: Graph, treaty: Treaty) -> str:
    """Return the table of statements, in the order of their IRIs, each with its sentence."""
    seek = Lookup(graph)
    rows = (_find_statement(s, seek) for s in graph.subjects(RDF.type, CDCE.Statement))
    licence = {"licence": treaty.dataset.licence, "attribution": treaty.dataset.attribution}
    return _write({**row, **licence} for row in sorted(rows, key=lambda row: row["statement"]))


def _find_statement(thing: Node, seek: Lookup) -> Row:
    selectors = (CDCE.words, OA.hasSelector)
    predicate = seek.text(thing, RDF.predicate)
    return {
        "statement": str(thing),
        "subject": seek.text(thing, RDF.subject),
        "subject_label": seek.name(thing, RDF.subject),
        "predicate": find_name(predicate),
        "object": seek.text(thing, RDF.object),
        "object_label": seek.name(thing, RDF.object),
        "asserted": seek.text(thing, CDCE.asserted),
        "modality": seek.name(thing, CDCE.modality),
        "speaker": seek.name(thing, PROV.wasAttributedTo),
        "sentence": seek.text(thing, PROV.wasDerivedFrom, CDCE.plainText),
        "words": seek.text(thing, CDCE.words, CDCE.plainText),
        "start": seek.text(thing, *selectors, OA.start),
        "end": seek.text(thing, *selectors, OA.end),
        "footnote": seek.name(thing, CDCE.supportedBy),
        "source": seek.name(thing, DCTERMS.source),
        "source_address": seek.text(thing, DCTERMS.source, SCHEMA.url),
        "locator": seek.text(thing, CDCE.locator),
        "as_of": seek.text(thing, CDCE.asOfText),
        "holds_from": seek.text(thing, CDCE.holdsFrom),
        "holds_until": seek.text(thing, CDCE.holdsUntil),
        "certainty": seek.name(thing, CDCE.certainty),
        "note": seek.text(thing, SKOS.note),
        "confirmed_by": seek.text(thing, CDCE.corroboratedBy),
        "contradicted_by": seek.text(thing, CDCE.contradictedBy),
        "qualified_by": seek.text(thing, CDCE.qualifiedBy),
    }


def _write(rows: Iterable[Row]) -> str:
    """Return rows as CSV.

    Source: https://www.rfc-editor.org/rfc/rfc4180
    """
    listed = list(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(listed[0]) if listed else [])
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()
