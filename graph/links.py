"""The tables of links → statements that carry their evidence, and concept labels.

A link whose identity was not checked is published as rdfs:seeAlso at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rdflib import DCTERMS, RDFS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from graph.folder import Row, Text, Where
from graph.literals import find_tag_fault, fits
from graph.parties import LINKS
from graph.register import find_code
from graph.statements import Context, Statement
from graph.terms import CERTAINTY, PREFIXES, SKOS, find_member, is_term
from graph.treaty import Treaty

UNCHECKED = "likely"
THESAURUS_GRAPH = "thesaurus"


def build_links(
    rows: Sequence[Row], thesaurus: frozenset[str], treaty: Treaty, context: Context
) -> list[Statement]:
    """Return a statement for each row of the links.

    Links to a concept in ``thesaurus`` go to the graph of the thesaurus.
    """
    numbers: Counter[str] = Counter()
    statements = []
    for row in rows:
        relation, certainty = _read_relation(row["relation"], context), row["certainty"]
        context.check_thing(row["entity"], row["entity"].where, "the entity")
        if find_member(CERTAINTY, certainty) is None:
            context.faults.add(certainty.where, f"a certainty is required; found {certainty}")
        stem = f"link-{row['entity'].replace('/', '-')}"
        numbers[stem] += 1
        if relation is None:
            continue
        graph = THESAURUS_GRAPH if row["target"] in thesaurus else "links"
        in_document = certainty == "in-document"
        sources = [treaty.document.iri] if in_document else treaty.find_sources(graph)
        statement = Statement(
            key=f"{stem}-{numbers[stem]:02}",
            graph=graph,
            triple=(
                context.iris(row["entity"]),
                RDFS.seeAlso if certainty == UNCHECKED else relation,
                _read_target(row["target"], relation, context),
            ),
            asserted=True,
            modality="link",
            by=treaty.dataset.publisher,
            where=row["entity"].where,
            sources=tuple(sources),
            notes=tuple(_find_notes(row)),
            certainty=certainty,
        )
        statements.append(statement)
    return statements


def _read_relation(text: Text, context: Context) -> URIRef | None:
    prefix, _, name = text.partition(":")
    relation = URIRef(PREFIXES.get(prefix, "") + name)
    if prefix in PREFIXES and is_term(relation):
        return relation
    context.faults.add(text.where, f"a property with a known prefix is required; found {text}")
    return None


def _read_target(text: Text, relation: URIRef, context: Context) -> Node:
    if relation == DCTERMS.identifier:
        return Literal(text)
    if not text.startswith(("http://", "https://")):
        context.faults.add(text.where, f"an http(s) address is required; found {text}")
        return URIRef("")
    return _make_address(text, text.where, context)


def _make_address(text: str, where: Where, context: Context) -> URIRef:
    """Return an address, and record a fault where it has a character that none may have."""
    if fits(text, str(XSD.anyURI)):
        return URIRef(text)
    required = "an address without blanks, quotes or brackets"
    context.faults.add(where, f"{required} is required; found {text}")
    return URIRef("")


def _find_notes(row: Row) -> Iterator[str]:
    if row["evidence"]:
        yield row["evidence"]
    if row["certainty"] == UNCHECKED and row["relation"] != "rdfs:seeAlso":
        yield f"A lead to {row['relation']}, not checked."


def build_country_links(rows: Sequence[Row], treaty: Treaty, context: Context) -> list[Statement]:
    """Return a statement for each link that the table of countries gives."""
    statements = []
    for row in rows:
        code = find_code(row)
        for link in LINKS:
            if not row[link.column]:
                continue
            address = link.address.format(row[link.column])
            target = _make_address(address, row[link.column].where, context)
            statement = Statement(
                key=f"link-party-{code}-{link.name}",
                graph="countries",
                triple=(context.iris(f"party/{code}"), link.relation, target),
                asserted=True,
                modality="link",
                by=treaty.dataset.publisher,
                where=row["name_en"].where,
                sources=tuple(treaty.find_sources("countries")),
                notes=(f"Column {link.column} of the table of countries.",),
                certainty="identity-checked",
            )
            statements.append(statement)
    return statements


def build_concept_labels(rows: Sequence[Row], labels: Graph, context: Context) -> Graph:
    """Return the thesaurus's labels of concepts, for ``/graph/thesaurus``.

    ``labels`` holds our own: an English one that differs is an alternative.
    """
    graph = Graph(bind_namespaces="none")
    for row in rows:
        context.check_thing(row["concept"], row["concept"].where, "the concept")
        wrong = find_tag_fault(row["language"])
        if wrong:
            context.faults.add(row["language"].where, wrong)
            continue
        concept = context.iris(row["concept"])
        label = Literal(row["label"], lang=row["language"])
        ours = {str(o).casefold() for o in labels.objects(concept, SKOS.prefLabel)}
        if row["language"] != "en":
            graph.add((concept, SKOS.prefLabel, label))
        elif str(label).casefold() not in ours:
            graph.add((concept, SKOS.altLabel, label))
    return graph
