"""Another treaty, with its own rule, page and base, builds with the same code and shapes.

Every value expected here was worked out by hand from the files of the pond treaty.
"""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef, Variable

from graph.build import Build, build
from graph.errors import ReleaseError
from graph.terms import CDCE, CITO, MODALITY, OA, PREFIXES, PROV, RDF, SCHEMA, SKOS, VOCABULARY

POND = Path(__file__).parent / "data" / "pond-treaty"
BASE = "https://pond.example.org/"
CONVENTION = URIRef(f"{BASE}convention/2011")

# The second instrument is the organization's, of 10 September 2011: 20 days are left in September,
# October and November have 61, and nine days of December make ninety.
IN_FORCE = dt.date(2011, 12, 9)
EFFECTIVE = {
    "XAA": IN_FORCE,
    "XP": IN_FORCE,
    "XBB": dt.date(2012, 1, 3),
    "XCC": dt.date(2012, 5, 30),
    "XDD": dt.date(2020, 3, 14),
}


def thing(path: str) -> URIRef:
    return URIRef(BASE + path)


@pytest.fixture(scope="module")
def built() -> Build:
    """The pond treaty, built and valid."""
    return build(POND)


@pytest.fixture(scope="module")
def union(built: Build) -> Graph:
    """All named graphs in one."""
    graph = Graph()
    for part in built.dataset.values():
        graph += part
    return graph


def test_entry_into_force_follows_the_rule_of_the_treaty(union: Graph) -> None:
    """Two instruments and ninety days, an organization's included, not thirty and three months."""
    assert union.value(CONVENTION, CDCE.entryIntoForceDate) == Literal(IN_FORCE)
    computed = thing("statement/register-entry-into-force")
    assert union.value(computed, RDF.object) == Literal(IN_FORCE)
    assert union.value(computed, CDCE.modality) == MODALITY.computed


@pytest.mark.parametrize(("code", "day"), EFFECTIVE.items())
def test_each_party_is_bound_on_its_day(union: Graph, code: str, day: dt.date) -> None:
    """A Party is bound with the treaty, or ninety days after its own deposit."""
    assert list(union.objects(thing(f"participation/{code}"), CDCE.effectiveDate)) == [Literal(day)]


def test_missing_entry_into_force_is_computed_and_says_so(union: Graph) -> None:
    """The one day that the register leaves empty has a statement of how it was found."""
    statement = thing("statement/register-XCC-effectiveDate-computed")

    assert union.value(statement, RDF.object) == Literal(EFFECTIVE["XCC"])
    assert union.value(statement, CDCE.asserted) == Literal(True)
    assert union.value(statement, CDCE.modality) == MODALITY.computed
    assert union.value(statement, CDCE.appliesRule) == thing("rule/entry-into-force")
    others = set(map(str, union.subjects(CDCE.modality, MODALITY.computed)))
    assert {name for name in others if name.endswith("-computed")} == {str(statement)}


def test_conflict_stays_beside_the_value_used(union: Graph) -> None:
    """What the second gazette prints is reported and not asserted."""
    statement = thing("statement/register-XDD-effectiveDate-01")
    printed = Literal(dt.date(2020, 3, 15))

    assert union.value(statement, RDF.object) == printed
    assert union.value(statement, CDCE.asserted) == Literal(False)
    assert (thing("participation/XDD"), CDCE.effectiveDate, printed) not in union


def test_state_on_a_day_is_one_query(union: Graph) -> None:
    """On 1 April 2012 two States and the organization were bound; one had only deposited."""
    text = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    text += """SELECT ?party WHERE { ?p cdce:instrument ?treaty ; cdce:party ?party ;
        cdce:effectiveDate ?day . FILTER(?day <= "2012-04-01"^^xsd:date) }"""

    rows = union.query(text, initBindings={"treaty": CONVENTION}).bindings

    assert {str(row[Variable("party")]) for row in rows} == {
        f"{BASE}party/{code}" for code in ("XAA", "XP", "XBB")
    }


def test_parties_are_all_five(union: Graph) -> None:
    """At the end of the register every State and the organization is a Party."""
    parties = set(union.objects(CONVENTION, CDCE.hasParty))

    assert parties == {thing(f"party/{code}") for code in EFFECTIVE}
    assert (thing("party/XP"), RDF.type, CDCE.RegionalIntegrationOrganization) in union
    assert (thing("party/XAA"), RDF.type, CDCE.State) in union


def test_page_is_read_with_its_own_mark_up(union: Graph) -> None:
    """Named footnotes, a numbered list, entities, comments and templates are understood."""
    plain = {
        str(passage).removeprefix(f"{BASE}passage/"): str(text)
        for passage, text in union.subject_objects(CDCE.plainText)
        if (passage, RDF.type, CDCE.Passage) in union
    }

    assert set(plain) == {
        *("lead-s1", "lead-s2"),
        *("origins-s1", "origins-s2", "origins-s3", "origins-s4"),
        *("rules-s1", "rules-i1", "rules-i2", "rules-i3"),
        "category-1",
    }
    assert plain["lead-s2"] == "It entered into force on 9 December 2011."
    assert plain["origins-s2"].startswith("A frog, the Café Society of Reedland wrote, “needs")
    assert plain["rules-i3"] == "list their ponds, still or not."
    cited = [union.value(thing(f"reference/{n}"), CITO.hasCitedEntity) for n in (1, 3)]
    assert cited == [thing("document/pond-gazette")] * 2


def test_quotation_may_cross_a_sentence_end(union: Graph) -> None:
    """The first quotation stands in two passages; the second in one."""
    text = "needs no trumpet to be heard. It needs a pond that is quiet."

    assert str(union.value(thing("quotation/1"), SCHEMA.text)) == text
    assert set(union.objects(thing("quotation/1"), CDCE.quotedInPassage)) == {
        thing("passage/origins-s2"),
        thing("passage/origins-s3"),
    }
    assert len(set(union.subjects(RDF.type, CDCE.Quotation))) == 2


def test_words_stand_where_the_statement_says(union: Graph) -> None:
    """Each statement of the reading has the slice of the page between its offsets."""
    page = (POND / "document.wikitext").read_bytes().decode()
    words = list(union.objects(None, CDCE.words))

    assert len(words) == 13
    for place in words:
        exact = union.value(URIRef(f"{place}-quote"), OA.exact)
        position = URIRef(f"{place}-position")
        start, end = (union.value(position, term) for term in (OA.start, OA.end))
        assert isinstance(start, Literal)
        assert isinstance(end, Literal)
        assert str(exact) == page[start.toPython() : end.toPython()]


def test_reported_claims_are_not_facts(union: Graph) -> None:
    """The head-count and the quoted claim have a statement and no triple."""
    count, claim = thing("statement/origins-s4-01"), thing("statement/origins-s3-01")

    assert union.value(count, RDF.object) == Literal(4)
    assert str(union.value(count, CDCE.asOfText)) == "By 2015"
    assert union.value(claim, PROV.wasAttributedTo) == thing("organization/cafe-society")
    assert (CONVENTION, CDCE.ratifyingMemberStateCount, None) not in union
    assert (None, CDCE.essentialRequirementFor, None) not in union


def test_nothing_of_another_treaty_is_there(built: Build, union: Graph) -> None:
    """No IRI of another base and no word about another treaty gets into the graph."""
    vocabulary = set(built.dataset["ontology"].subjects())
    world = union - built.dataset["ontology"]
    iris = {term for triple in world for term in triple if isinstance(term, URIRef)}
    texts = {str(term) for triple in world for term in triple if isinstance(term, Literal)}
    foreign = {str(iri) for iri in iris - vocabulary if iri.startswith(VOCABULARY)}

    assert {iri for iri in foreign if not iri.startswith(f"{VOCABULARY}ontology")} == set()
    assert [text for text in texts if re.search(r"UNESCO|Diversity|Article 29", text)] == []


def test_every_own_thing_has_one_english_label(union: Graph) -> None:
    """Each IRI under the base that is a subject has exactly one preferred English label."""
    subjects = {s for s in union.subjects() if str(s).startswith(BASE)}

    unlabelled = {
        str(subject)
        for subject in subjects
        if [
            o.language for o in union.objects(subject, SKOS.prefLabel) if isinstance(o, Literal)
        ].count("en")
        != 1
    }

    assert unlabelled == set()


def test_base_can_be_chosen() -> None:
    """The same sources build under another base, and nothing keeps the first one."""
    other = "https://elsewhere.example.org/ponds/"

    moved = build(POND, base=other)

    iris = {
        str(term)
        for part in moved.dataset.values()
        for triple in part
        for term in triple
        if isinstance(term, URIRef)
    }
    assert [iri for iri in iris if iri.startswith(BASE)] == []
    assert f"{other}participation/XCC" in iris


def test_dates_against_the_rule_are_refused(tmp_path: Path) -> None:
    """Were the organization's instrument not to count, the dates of the sources would be wrong."""
    sources = tmp_path / "sources"
    shutil.copytree(POND, sources)
    rule = sources / "treaty.toml"
    text = rule.read_text(encoding="utf-8")
    assert text.count("organizations_count = true") == 1
    rule.write_text(text.replace("organizations_count = true", "organizations_count = false"))

    with pytest.raises(ReleaseError):
        build(sources)
