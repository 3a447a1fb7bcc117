"""The table of articles and the rule of entry into force → the provisions of the instrument."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.folder import Row
from graph.iris import Iris, find_slug
from graph.statements import Context
from graph.terms import CDCE, DCTERMS, ELI, SKOS, Triples
from graph.treaty import Treaty


def find_articles(rows: Sequence[Row]) -> dict[str, Row]:
    """Return the rows by the path of their article: ``article/4``, ``article/annex-1``."""
    return {f"article/{find_slug(row['number'])}": row for row in rows}


def find_parts(rows: Sequence[Row]) -> dict[str, tuple[str, str]]:
    """Return the number and heading of each part by its path: ``part/iii``."""
    parts = {}
    for row in rows:
        number, _, heading = row["part"].partition(". ")
        if number:
            parts[f"part/{find_slug(number)}"] = (number, heading.capitalize())
    return parts


def build_provisions(rows: Sequence[Row], treaty: Treaty, context: Context) -> Graph:
    """Return the parts, articles and the rule, for ``/graph/provisions``."""
    graph = Graph(bind_namespaces="none")
    iris = context.iris
    for path, (number, heading) in find_parts(rows).items():
        label = f"{number}. {heading}" if number == "Annex" else f"Part {number}. {heading}"
        graph.add((iris(path), RDF.type, ELI.LegalResourceSubdivision))
        graph.add((iris(path), SKOS.prefLabel, Literal(label, lang="en")))
        graph.add((iris(path), DCTERMS.title, Literal(heading, lang="en")))
        graph.add((iris(path), ELI.number, Literal(number)))
        graph.add((iris(path), ELI.is_part_of, iris(treaty.instrument.iri)))
    for path, row in find_articles(rows).items():
        context.check_thing(row["instrument"], row["instrument"].where, "the instrument")
        for triple in _build_article(iris(path), row, iris):
            graph.add(triple)
    for triple in _build_rule(treaty, iris):
        graph.add(triple)
    return graph


def _build_article(article: URIRef, row: Row, iris: Iris) -> Triples:
    number = row["number"]
    if number.startswith("annex "):
        names = {"en": f"Annex, Article {number[6:]}", "fr": f"Annexe, article {number[6:]}"}
    else:
        names = {"en": f"Article {number}", "fr": f"Article {number}"}
    yield article, RDF.type, ELI.LegalResourceSubdivision
    yield article, ELI.number, Literal(number)
    yield article, ELI.is_part_of, iris(row["instrument"])
    part = row["part"].partition(". ")[0]
    if part:
        yield article, ELI.is_part_of, iris(f"part/{find_slug(part)}")
    for language, name in names.items():
        heading = row[f"heading_{language}"]
        if heading:
            yield article, SKOS.prefLabel, Literal(f"{name}. {heading}", lang=language)
            yield article, DCTERMS.title, Literal(heading, lang=language)


def _build_rule(treaty: Treaty, iris: Iris) -> Triples:
    rule, values = iris("rule/entry-into-force"), treaty.entry_into_force
    yield iris(treaty.instrument.iri), CDCE.entryIntoForceRule, rule
    yield rule, RDF.type, CDCE.EntryIntoForceRule
    yield rule, SKOS.prefLabel, Literal("Rule of entry into force", lang="en")
    yield rule, CDCE.provision, iris(values.provision)
    yield rule, CDCE.threshold, Literal(values.threshold)
    yield rule, CDCE.delay, Literal(values.delay, datatype=XSD.duration)
    yield rule, CDCE.countsOrganizations, Literal(values.organizations_count)
