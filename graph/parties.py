"""The tables of countries and names → the Parties as agents: codes, regions, names, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef

from graph.errors import Faults
from graph.folder import Row
from graph.iris import Iris, find_slug
from graph.literals import find_tag_fault
from graph.register import Participation, find_code
from graph.terms import CDCE, SKOS

EU_AUTHORITY = "eu_authority_uri"


@dataclass(frozen=True)
class CodeLink:
    """A link that a column of the table of countries gives: its name, property and address."""

    column: str
    name: str
    relation: URIRef
    address: str


LINKS = (
    CodeLink("wikidata", "wikidata", OWL.sameAs, "http://www.wikidata.org/entity/{}"),
    CodeLink("geonames", "geonames", RDFS.seeAlso, "https://sws.geonames.org/{}/"),
    CodeLink(EU_AUTHORITY, "eu-authority", RDFS.seeAlso, "{}"),
)
CODES: Mapping[str, URIRef] = {
    "alpha2": CDCE.alpha2Code,
    "alpha3": CDCE.alpha3Code,
    "numeric_m49": CDCE.m49Code,
}


def build_countries(
    rows: Sequence[Row], parties: Sequence[Participation], iris: Iris, faults: Faults
) -> Graph:
    """Return codes, regions and electoral groups, for ``/graph/countries``.

    Where there is a table, each State has a row in it; an organization may have one.
    """
    graph = Graph(bind_namespaces="none")
    known = {party.code for party in parties}
    for row in rows:
        code = find_code(row)
        if code not in known:
            faults.add(row["name_en"].where, f"{code} is not a Party")
            continue
        for triple in _build_country(iris(f"party/{code}"), row, iris):
            graph.add(triple)
    described = {find_code(row) for row in rows}
    for party in parties:
        if rows and not party.is_organization and party.code not in described:
            required = f"a row of countries.csv with the code {party.code} is required"
            faults.add(party.name.where, f"{required}; found none")
    return graph


def _build_country(
    party: URIRef, row: Row, iris: Iris
) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    for column, datatype in CODES.items():
        if row[column]:
            yield party, SKOS.notation, Literal(row[column], datatype=datatype)
    names = [row["un_region"], *row["un_subregion"].split(" / ")]
    regions = [name for name in names if name]
    for name in regions:
        yield from _build_concept(iris, "region", "regions", "Regions of the United Nations", name)
    for broader, narrower in pairwise(regions):
        yield (
            iris(f"region/{find_slug(narrower)}"),
            SKOS.broader,
            iris(f"region/{find_slug(broader)}"),
        )
    if regions:
        yield party, CDCE.unRegion, iris(f"region/{find_slug(regions[-1])}")
    if row["unesco_group"]:
        label = "Electoral groups of UNESCO"
        group = row["unesco_group"]
        yield from _build_concept(iris, "electoral-group", "electoral-groups", label, group)
        yield party, CDCE.electoralGroup, iris(f"electoral-group/{find_slug(group)}")


def _build_concept(
    iris: Iris, kind: str, scheme: str, scheme_label: str, name: str
) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    concept = iris(f"{kind}/{find_slug(name)}")
    label = f"Group {name}" if kind == "electoral-group" else name
    yield iris(scheme), RDF.type, SKOS.ConceptScheme
    yield iris(scheme), SKOS.prefLabel, Literal(scheme_label, lang="en")
    yield concept, RDF.type, SKOS.Concept
    yield concept, SKOS.prefLabel, Literal(label, lang="en")
    yield concept, SKOS.inScheme, iris(scheme)


def build_names(
    rows: Iterable[Row], parties: Sequence[Participation], iris: Iris, faults: Faults
) -> Graph:
    """Return the names of Parties in every language, for ``/graph/labels``.

    The preferred English name is the register's; another one is an alternative.
    """
    graph = Graph(bind_namespaces="none")
    names = {party.code: party.name for party in parties}
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        code, language, label = row["party"], row["language"], row["label"]
        if code not in names:
            faults.add(code.where, f"{code} is not a Party")
            continue
        wrong = find_tag_fault(language)
        if wrong:
            faults.add(language.where, wrong)
            continue
        first = seen.setdefault((code, language), code.where.line)
        if first != code.where.line:
            faults.add(code.where, f"{code} has a name in {language} already, on line {first}")
        if language == "en" and label == names[code]:
            continue
        term = SKOS.altLabel if language == "en" else SKOS.prefLabel
        graph.add((iris(f"party/{code}"), term, Literal(label, lang=language)))
    return graph
