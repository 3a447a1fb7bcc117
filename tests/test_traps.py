"""The traps of the document, one test each: what a hasty reading would get wrong."""

from collections.abc import Iterator, Mapping

import pytest
from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.document import Document, Span
from graph.iris import Iris
from graph.passages import Layout
from graph.terms import CDCE, CITO, FIDELITY, MODALITY, OA, PROV, SCHEMA, SKOS

THING = Iris("https://w3id.org/cdce/")
CONVENTION = THING("convention/2005")


@pytest.fixture(scope="module")
def article(dataset: Mapping[str, Graph]) -> Graph:
    """The graph of the document."""
    return dataset["article"]


def find_statement(graph: Graph, key: str) -> dict[URIRef, Literal | URIRef]:
    return dict(graph.predicate_objects(THING(f"statement/{key}")))  # type: ignore[arg-type]


def find_stating(graph: Graph, predicate: URIRef) -> Iterator[URIRef]:
    for statement in graph.subjects(RDF.predicate, predicate):
        if isinstance(statement, URIRef):
            yield statement


def test_01_mojibake_is_repaired_and_the_original_kept(document: Document, article: Graph) -> None:
    """The one damaged run is U+2019 in the plain text, as it is in the quote, and recorded."""
    [repair] = document.repairs
    passage = THING("passage/background-s4")
    mended = article.value(passage, CDCE.repair)
    exact = article.value(THING("passage/background-s4#quote"), OA.exact)

    assert (repair.span, repair.original, repair.repaired) == (Span(1943, 1946), "â€™", "’")
    assert "Convention’s main" in str(article.value(passage, CDCE.plainText))
    assert "Conventionâ€™s main" in str(exact)
    assert article.value(mended, CDCE.originalText) == Literal("â€™")
    assert article.value(mended, CDCE.repairedText) == Literal("’")


def test_02_headings_with_text_after_them_are_headings(layout: Layout) -> None:
    """All six headings are followed by a stray full stop, and are read."""
    assert [section.title for section in layout.sections] == [
        "Lead",
        "Background",
        "History",
        "General Objectives to the 2005 Convention",
        "See also",
        "External links",
        "References",
    ]


def test_03_stray_full_stops_make_no_passage(document: Document, layout: Layout) -> None:
    """Fourteen lines end in a stray full stop; no passage is one or ends in one."""
    stray = [line for line in document.text.split("\n") if line.rstrip().endswith(" .")]

    assert len(stray) == 14
    assert all(len(p.plain) > 1 and not p.plain.endswith(" .") for p in layout.passages)


def test_04_quotation_runs_over_list_items(layout: Layout, article: Graph) -> None:
    """Quotation 3 begins in a sentence and ends two list items later; its footnote is there."""
    quotation = THING("quotation/3")

    assert layout.quotations[2].passages == ("background-s3", "background-i1", "background-i2")
    assert len(list(article.objects(quotation, CDCE.quotedInPassage))) == 3
    assert (THING("passage/background-i2"), CDCE.hasReference, THING("reference/4")) in article
    for key in ("background-s3-01", "background-i1-01", "background-i2-01"):
        assert find_statement(article, key)[CDCE.supportedBy] == THING("reference/4")


def test_05_quotation_crosses_a_sentence_end(layout: Layout, article: Graph) -> None:
    """Quotation 5 has two sentences, and the footnote after the second carries both."""
    assert layout.quotations[4].passages == ("history-s1", "history-s2")
    for key in ("history-s1-02", "history-s1-03", "history-s2-01"):
        assert find_statement(article, key)[CDCE.supportedBy] == THING("reference/8")


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("background-s2", "negociating"),
        ("lead-s2", "recognises the rights of Parties"),
        ("lead-s2", "and impose obligations"),
        ("background-s6", "defines on"),
        ("history-i2", "started took place"),
        ("objectives-i5", "To endevour to spport"),
        ("background-s5", 'generations.".'),
    ],
)
def test_06_slips_of_the_text_are_kept(article: Graph, passage: str, words: str) -> None:
    """A misspelling inside or outside quotation marks stays as it stands."""
    assert words in str(article.value(THING(f"passage/{passage}"), CDCE.plainText))


def test_06_misspelt_label_of_a_footnote_is_kept(article: Graph) -> None:
    """Footnote 9 says Decleration."""
    assert "Decleration" in str(article.value(THING("reference/9"), CDCE.wikitext))


def test_07_footnote_carries_what_stands_before_it(article: Graph) -> None:
    """Footnote 9 is for the Declaration and not for the World Day; 11 for the last objective."""
    carried = {
        str(s).rpartition("/")[2] for s in article.subjects(CDCE.supportedBy, THING("reference/9"))
    }
    last = {
        str(s).rpartition("/")[2] for s in article.subjects(CDCE.supportedBy, THING("reference/11"))
    }

    assert {"history-i1-01", "history-i1-02", "history-i1-03"} <= carried
    assert carried.isdisjoint({f"history-i1-{n:02}" for n in range(4, 8)})
    assert "objectives-i6-01" in last
    assert not any(key.startswith("objectives-i") and key[12] < "6" for key in last)
    for key in ("history-i2-01", "history-i3-01", "history-i4-01"):
        assert CDCE.supportedBy not in find_statement(article, key)


def test_08_footnote_7_carries_interculturality_only(article: Graph, whole: Graph) -> None:
    """Article 4(8) defines interculturality; cultural industries are 4(5), by another source."""
    industry = find_statement(article, "background-s6-01")
    other = find_statement(article, "background-s6-02")

    assert CDCE.supportedBy not in industry
    assert other[CDCE.supportedBy] == THING("reference/7")
    triple = (THING("article/4.5"), CDCE.definesTerm, THING("concept/cultural-industry"))
    assert triple in whole


def test_09_altered_quotation_says_so(article: Graph, whole: Graph) -> None:
    """Quotation 4 is altered, and what rests on it is reported and qualified."""
    rich = find_statement(whole, "background-s5-01")

    assert (THING("quotation/4"), CDCE.fidelity, FIDELITY.altered) in article
    assert rich[CDCE.asserted] == Literal(False)
    assert CDCE.qualifiedBy in rich


def test_10_year_of_the_world_day_is_reported_and_contradicted(whole: Graph) -> None:
    """The article seems to give 2001; the General Assembly's resolution is of 20 December 2002."""
    said = find_statement(whole, "history-i1-07")
    day = THING("observance/world-day")

    assert said[CDCE.asserted] == Literal(False)
    assert CDCE.contradictedBy in said
    assert said[RDF.object] not in set(whole.objects(day, CDCE.proclamationYear))
    dates = list(whole.objects(day, CDCE.proclamationDate))
    assert dates == [Literal("2002-12-20", datatype=XSD.date)]


@pytest.mark.parametrize("count", [CDCE.ratifyingMemberStateCount, CDCE.participantCount])
def test_11_head_counts_are_reported_only(whole: Graph, count: URIRef) -> None:
    """56 and 117 stand in statements, never as plain triples, whoever confirms them."""
    assert list(find_stating(whole, count))
    assert not list(whole.subject_objects(count))


def test_11_register_qualifies_56_and_confirms_117(whole: Graph) -> None:
    """The register counts 56 and 117 between certain days, and 62 when the Conference met."""
    states = {
        whole.value(s, RDF.object): (
            whole.value(s, CDCE.holdsFrom),
            whole.value(s, CDCE.holdsUntil),
        )
        for s in find_stating(whole, CDCE.ratifyingMemberStateCount)
        if (s, CDCE.modality, MODALITY.computed) in whole
    }

    assert states[Literal(117)] == tuple(
        Literal(day, datatype=XSD.date) for day in ("2011-05-26", "2011-10-17")
    )
    assert states[Literal(56)] == tuple(
        Literal(day, datatype=XSD.date) for day in ("2007-03-16", "2007-04-15")
    )
    assert Literal(62) in states
    assert CDCE.qualifiedBy in find_statement(whole, "history-i4-08")
    assert CDCE.corroboratedBy in find_statement(whole, "history-s3-01")


def test_12_the_union_has_its_former_name_with_a_source(whole: Graph) -> None:
    """The European Community acceded; the name ends on 1 December 2009, and a source says so."""
    [statement] = find_stating(whole, CDCE.formerName)

    assert list(whole.objects(THING("party/EU"), CDCE.formerName)) == [
        Literal("European Community", lang="en")
    ]
    assert whole.value(statement, CDCE.holdsUntil) is not None


def test_13_wish_is_not_the_convention_and_negation_survives(article: Graph) -> None:
    """The law that was wished for recognises; goods are NOT mere commodities."""
    wish = find_statement(article, "background-i1-01")
    negation = find_statement(article, "background-i2-02")
    words = article.value(negation[CDCE.words], CDCE.plainText)

    assert wish[RDF.subject] == THING("concept/called-for-international-law")
    assert negation[RDF.predicate] == CDCE.isNotMerely
    assert "not mere" in str(words)


def test_14_three_lists_of_objectives_stay_apart(article: Graph) -> None:
    """One main objective after the CCD, six general ones after the IFCCD, none merged."""
    main = find_statement(article, "background-s4-01")
    stated = list(article.objects(CONVENTION, CDCE.hasStatedObjective))

    assert main[PROV.wasAttributedTo] == THING("organization/ccd-canada")
    assert isinstance(main[RDF.object], Literal)
    assert set(stated) == {THING(f"objective/{n}") for n in range(1, 7)}


def test_15_one_coalition_with_two_labels_and_another_body(whole: Graph) -> None:
    """The Coalition of the footnotes is the Canadian one; the Federation is another body."""
    coalition = THING("organization/ccd-canada")
    names = {
        str(name) for p in (SKOS.prefLabel, SKOS.altLabel) for name in whole.objects(coalition, p)
    }

    assert {
        "Coalition for Cultural Diversity",
        "Canadian Coalition for Cultural Diversity",
    } <= names
    assert THING("organization/ifccd") != coalition
    assert whole.value(THING("organization/ifccd"), SKOS.prefLabel)


def test_16_title_has_no_unesco_and_the_bold_form_is_another_name(whole: Graph) -> None:
    """The official title and the bold form of the lead are told apart."""
    title = "Convention on the Protection and Promotion of the Diversity of Cultural Expressions"

    assert [str(t) for t in whole.objects(CONVENTION, URIRef(f"{DCT}title"))] == [title]
    assert Literal(f"UNESCO {title}", lang="en") in set(whole.objects(CONVENTION, SKOS.altLabel))


DCT = "http://purl.org/dc/terms/"


def test_17_eleven_footnotes_eight_texts_seven_documents(
    document: Document, article: Graph
) -> None:
    """Footnotes stay eleven; they cite seven web documents, and one the Convention itself."""
    cited = [article.value(THING(f"reference/{n}"), CITO.hasCitedEntity) for n in range(1, 12)]
    texts = {note.wikitext for note in document.footnotes}

    assert len(document.footnotes) == 11
    assert len(texts) == 8
    assert len(set(cited) - {CONVENTION}) == 7
    assert cited[6] == CONVENTION


def test_18_one_text_at_two_addresses_is_two_documents(whole: Graph) -> None:
    """The page of footnote 6 and the file of external link 2 keep their own addresses."""
    addresses = {
        str(whole.value(THING(f"document/{key}"), SCHEMA.url))
        for key in ("unesco-convention-text", "unesdoc-142919e")
    }

    assert len(addresses) == 2


def test_19_addresses_are_kept_byte_for_byte(document: Document, whole: Graph) -> None:
    """Every address of a footnote or external link stands in the file as it is published."""
    published = [str(o) for o in whole.objects(None, SCHEMA.url)]
    wanted = (
        "http://portal.unesco.org/culture/en/ev.php-URL_ID=35232&URL_DO=DO_TOPIC&URL_SECTION=201.html",
        "http://portal.unesco.org/la/convention.asp?KO=31038&language=E&order=alpha#1",
        "http://www.cdc-ccd.org/spip.php?page=som&lang=en/",
    )

    for address in wanted:
        assert address in document.text
        assert address in published
    assert {note.url for note in document.footnotes if note.url} <= set(published)
    literals = [o for o in whole.objects(None, SCHEMA.url) if isinstance(o, Literal)]
    assert {literal.datatype for literal in literals} == {XSD.anyURI}


def test_20_no_address_of_the_document_is_said_to_answer(whole: Graph) -> None:
    """Links that the document gives are marked so, and none is a sameAs."""
    same = URIRef("http://www.w3.org/2002/07/owl#sameAs")
    from_document = whole.subjects(
        CDCE.certainty, URIRef("https://w3id.org/cdce/certainty/in-document")
    )

    predicates = {whole.value(s, RDF.predicate) for s in from_document}
    assert predicates
    assert same not in predicates


def test_21_wikilinks_are_not_part_of_a_quotation(article: Graph) -> None:
    """Brackets that editors put into quotations are gone from their text, and kept as links."""
    texts = [str(article.value(THING(f"quotation/{n}"), SCHEMA.text)) for n in range(1, 6)]
    inside = set(article.subjects(CDCE.insideQuotation, None))

    assert not any("[[" in text for text in texts)
    assert len(inside) == 3


@pytest.mark.parametrize(
    "passage", ["see-also-i1", "see-also-i2", "external-links-i1", "category-1", "category-3"]
)
def test_22_page_furniture_is_about_the_article(article: Graph, passage: str) -> None:
    """See also, external links and categories say nothing of the Convention."""
    statement = find_statement(article, f"{passage}-01")

    assert statement[RDF.subject] == THING("source/article")
    assert statement[CDCE.modality] == MODALITY.document


def test_23_two_orders_of_dates_are_one_day(article: Graph) -> None:
    """20 October 2005 and October 20, 2005 are two witnesses of one triple."""
    one, other = (find_statement(article, key) for key in ("lead-s1-06", "history-i3-01"))

    assert one[RDF.object] == other[RDF.object] == Literal("2005-10-20", datatype=XSD.date)
    plain = [str(article.value(s[CDCE.words], CDCE.plainText)) for s in (one, other)]
    assert "20 October 2005" in plain[0]
    assert "October 20, 2005" in plain[1]


def test_24_vague_actors_are_no_parties(whole: Graph) -> None:
    """A number of countries, the international community: concepts at most, never Parties."""
    parties = {str(p) for p in whole.objects(CONVENTION, CDCE.hasParty)}

    assert len(parties) == 159
    assert not any("communit" in p or "countries" in p for p in parties)
    subject = find_statement(whole, "background-s3-01")[RDF.subject]
    assert subject == THING("concept/international-community")


def test_25_fragment_is_the_conventions_own_sentence(article: Graph) -> None:
    """What background-s5 quotes is attributed to who adopted the Convention, not to the article."""
    for key in ("background-s5-01", "background-s5-02"):
        statement = find_statement(article, key)
        assert statement[PROV.wasAttributedTo] == THING("organization/unesco-general-conference")
        assert statement[CDCE.asserted] == Literal(False)


def test_26_white_space_is_one_space_and_none_at_the_ends(layout: Layout) -> None:
    """Double spaces, trailing ones and a missing last newline change no plain text."""
    assert not layout.document.text.endswith("\n")
    assert 'response to  "growing' in layout.document.text
    for passage in layout.passages:
        assert "  " not in passage.plain
        assert passage.plain == passage.plain.strip()
