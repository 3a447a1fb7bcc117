"""The register: who is bound from when, by which source, and what the sources contradict."""

import datetime as dt
from collections.abc import Mapping

import pytest
from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.folder import Text, Where
from graph.iris import Iris
from graph.register import Participation, add_duration
from graph.terms import CDCE, MODALITY, SKOS
from graph.triples import build_parties

THING = Iris("https://w3id.org/cdce/")


def day(text: str) -> Literal:
    return Literal(text, datatype=XSD.date)


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2006-12-18", "P3M", "2007-03-18"),
        ("2010-08-31", "P3M", "2010-11-30"),
        ("2007-11-30", "P3M", "2008-02-29"),
        ("2011-09-10", "P90D", "2011-12-09"),
        ("2012-02-29", "P1Y", "2013-02-28"),
        ("2012-01-31", "P1Y1M1D", "2013-03-01"),
    ],
)
def test_duration_is_added_by_the_calendar(start: str, duration: str, end: str) -> None:
    """A month that lacks the day ends on its last; days are counted after months."""
    assert add_duration(dt.date.fromisoformat(start), duration).isoformat() == end


def test_there_are_159_participations_of_158_states_and_the_union(whole: Graph) -> None:
    """Each Party has one participation."""
    assert len(set(whole.subjects(RDF.type, CDCE.Participation))) == 159
    assert len(set(whole.subjects(RDF.type, CDCE.State))) == 158
    assert set(whole.subjects(RDF.type, CDCE.RegionalIntegrationOrganization)) == {
        THING("party/EU")
    }


@pytest.mark.parametrize(
    ("code", "date"), [("DEU", "2007-06-12"), ("PSE", "2012-03-08"), ("STP", "2025-01-03")]
)
def test_date_that_the_sources_do_not_give_is_computed(whole: Graph, code: str, date: str) -> None:
    """Three months after the deposit; the statement says that it is computed, by which rule."""
    participation = THING(f"participation/{code}")
    statement = THING(f"statement/register-{code}-effectiveDate-computed")

    assert list(whole.objects(participation, CDCE.effectiveDate)) == [day(date)]
    assert (statement, CDCE.modality, MODALITY.computed) in whole
    assert (statement, CDCE.appliesRule, THING("rule/entry-into-force")) in whole


def test_only_three_dates_are_computed(whole: Graph) -> None:
    """Every other entry into force is printed, and fits the rule."""
    computed = {
        s
        for s in whole.subjects(CDCE.modality, MODALITY.computed)
        if (s, RDF.predicate, CDCE.effectiveDate) in whole
    }
    assert len(computed) == 3
    for thing in whole.subjects(RDF.type, CDCE.Participation):
        assert whole.value(thing, CDCE.effectiveDate) == whole.value(
            thing, CDCE.effectiveDateByRule
        )


@pytest.mark.parametrize(
    ("code", "name", "used", "other"),
    [
        ("GBR", "depositDate", "2007-12-07", "2008-12-07"),
        ("DEU", "effectiveDate", "2007-06-12", "2007-03-18"),
        ("PSE", "effectiveDate", "2012-03-08", "2012-12-08"),
        ("STP", "effectiveDate", "2025-01-03", "2025-10-03"),
        ("NLD", "depositDate", "2009-10-09", "2010-10-09"),
    ],
)
def test_conflict_is_kept_beside_the_value_used(
    whole: Graph, code: str, name: str, used: str, other: str
) -> None:
    """What another source prints is a reported statement that contradicts the asserted one."""
    participation = THING(f"participation/{code}")
    statements = {
        whole.value(s, RDF.object): s
        for s in whole.subjects(RDF.subject, participation)
        if (s, RDF.predicate, CDCE[name]) in whole
    }

    assert list(whole.objects(participation, CDCE[name])) == [day(used)]
    assert (statements[day(used)], CDCE.contradictedBy, statements[day(other)]) in whole
    assert (statements[day(other)], CDCE.contradictedBy, statements[day(used)]) in whole
    assert (statements[day(other)], CDCE.asserted, Literal(False)) in whole


@pytest.mark.parametrize("code", ["CAF", "COL"])
def test_kind_that_the_sources_dispute_is_absent(whole: Graph, code: str) -> None:
    """Two sources, two kinds, and no reason to prefer one: both are reported, none is used."""
    participation = THING(f"participation/{code}")
    said = [
        s
        for s in whole.subjects(RDF.subject, participation)
        if (s, RDF.predicate, CDCE.consentType) in whole
    ]

    assert whole.value(participation, CDCE.consentType) is None
    assert len(said) == 2
    assert {whole.value(s, CDCE.asserted) for s in said} == {Literal(False)}


def test_every_row_of_the_claims_is_a_statement(dataset: Mapping[str, Graph]) -> None:
    """The sources' 21 disagreeing values are all there."""
    register = dataset["register"]
    claims = [
        s
        for s in register.subjects(RDF.type, CDCE.Statement)
        if "-0" in str(s)[-3:] and (s, RDF.predicate, CDCE.territorialScope) not in register
    ]

    assert len(claims) == 21


def test_names_are_in_27_languages(whole: Graph) -> None:
    """A Party has one preferred name a language; the English one is the register's."""
    names = whole.objects(THING("party/FRA"), SKOS.prefLabel)
    france = {o.language: str(o) for o in names if isinstance(o, Literal)}

    assert len(france) == 27
    assert (france["en"], france["fr"], france["ar"]) == ("France", "France", "فرنسا")
    counts = {
        len(list(whole.objects(p, SKOS.prefLabel))) for p in whole.subjects(RDF.type, CDCE.State)
    }
    assert counts == {27}


def test_entry_into_force_of_the_register_confirms_the_document(whole: Graph) -> None:
    """The thirtieth instrument of a State is of 18 December 2006, three months before."""
    said, computed = THING("statement/history-i4-01"), THING("statement/register-entry-into-force")

    assert whole.value(computed, RDF.object) == day("2007-03-18")
    assert (said, CDCE.corroboratedBy, computed) in whole


def test_who_has_deposited_and_is_not_bound_is_no_party() -> None:
    """Being a party begins with the entry into force for that Party."""
    name = Text("Newland", Where("parties.csv", 2))
    one = Participation(
        "XNL",
        name,
        "",
        "XNL",
        False,
        None,
        dt.date(2026, 9, 1),
        None,
        False,
        (),
        (),
        dt.date(2026, 12, 1),
    )

    on = {
        text: build_parties([one], "convention/2005", dt.date.fromisoformat(text), THING)
        for text in ("2026-11-30", "2026-12-01")
    }

    assert len(on["2026-11-30"]) == 0
    assert (URIRef(THING("convention/2005")), CDCE.hasParty, THING("party/XNL")) in on["2026-12-01"]
