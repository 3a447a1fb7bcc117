"""Bad input fails with file, line, what is required and what was found, all faults at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.build import assemble
from graph.errors import SourcesError
from graph.folder import TABLES
from graph.package import SOURCES

POND = Path(__file__).parent / "data" / "pond-treaty"
Edit = Callable[[str], str]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the pond treaty to spoil."""
    return Path(shutil.copytree(POND, tmp_path / "pond"))


def spoil(sources: Path, name: str, old: str, new: str) -> int:
    """Replace a text that stands once or more, the first time, and return its line."""
    path = sources / name
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def find_faults(sources: Path) -> list[str]:
    with pytest.raises(SourcesError) as raised:
        assemble(sources)
    return str(raised.value).splitlines()


FAULTS = {
    "words not found": (
        "reading.yaml",
        "words: is a treaty",
        "words: is a tready",
        'reading.yaml:{}: the words "is a tready" must stand once in lead-s1; found them nowhere',
    ),
    "words found twice": (
        "reading.yaml",
        "words: is a treaty",
        "words: Pond",
        'reading.yaml:{}: the words "Pond" must stand once in lead-s1; found them 3 times',
    ),
    "unknown term": (
        "reading.yaml",
        "cdce:adoptionDate",
        "cdce:adoptionDay",
        "reading.yaml:{}: the predicate https://w3id.org/cdce/ontology#adoptionDay is not a term",
    ),
    "unknown term of another vocabulary": (
        "reading.yaml",
        "skos:altLabel",
        "skos:otherLabel",
        "the predicate http://www.w3.org/2004/02/skos/core#otherLabel is not a term",
    ),
    "unknown prefix": (
        "reading.yaml",
        "skos:altLabel",
        "skoss:altLabel",
        "reading.yaml:{}: a triple in Turtle is required; ",
    ),
    "unknown entity": (
        "reading.yaml",
        "<organization/assembly>",
        "<organization/assemblee>",
        "reading.yaml:{}: the object organization/assemblee is described nowhere in the sources",
    ),
    "unknown modality": (
        "reading.yaml",
        "modality: fact",
        "modality: truth",
        "a modality of the ontology is required; found truth",
    ),
    "unknown key": (
        "reading.yaml",
        "modality: fact",
        "modus: fact",
        "reading.yaml:{}: modus is not a key here",
    ),
    "unknown consent": (
        "parties.csv",
        "accession",
        "ascension",
        "parties.csv:{}: a consent type of the ontology is required; found ascension",
    ),
    "date that does not exist": (
        "parties.csv",
        "2011-10-05",
        "2011-02-30",
        "parties.csv:{}: a date that exists, as yyyy-mm-dd, is required; found 2011-02-30",
    ),
    "entry into force against the rule": (
        "parties.csv",
        "2012-01-03",
        "2012-01-04",
        "parties.csv:{}: entry_into_force 2012-01-03 follows from a deposit on 2011-10-05",
    ),
    "unknown column": (
        "parties.csv",
        "second_source",
        "third_source",
        "parties.csv:1: the columns ",
    ),
    "unknown key of the treaty": (
        "treaty.toml",
        "threshold = 2",
        "treshold = 2",
        "treaty.toml:{}: [entry_into_force] treshold is not a key here",
    ),
    "missing key of the treaty": (
        "treaty.toml",
        "threshold = 2",
        "",
        "[entry_into_force] threshold is required; found none",
    ),
    "duration that is none": (
        "treaty.toml",
        'delay = "P90D"',
        'delay = "ninety days"',
        "treaty.toml:{}: [entry_into_force] delay must be like P3M or P90D; found 'ninety days'",
    ),
    "duration beyond the calendar": (
        "treaty.toml",
        'delay = "P90D"',
        'delay = "P99999Y"',
        "treaty.toml:{}: [entry_into_force] delay must be like P3M or P90D; found 'P99999Y'",
    ),
    "language that is no tag": (
        "treaty.toml",
        'language = "en"',
        'language = "not a tag"',
        "treaty.toml:{}: [document] language must be a language tag, like en; found 'not a tag'",
    ),
    "type of the document that is no class": (
        "treaty.toml",
        'type = "fabio:WikipediaEntry"',
        'type = "nonsense"',
        "treaty.toml:{}: [document] type must be a class, like schema:Article; found 'nonsense'",
    ),
    "licence that is no IRI": (
        "treaty.toml",
        'licence = "https://creativecommons.org/licenses/by-sa/4.0/"',
        'licence = "CC BY"',
        "treaty.toml:{}: [dataset] licence must be an http(s) IRI; found 'CC BY'",
    ),
    "licence of a named graph that is no IRI": (
        "treaty.toml",
        'licence = "https://creativecommons.org/licenses/by/4.0/"',
        'licence = "CC BY"',
        "treaty.toml:{}: [graphs.ontology] licence must be an http(s) IRI; found 'CC BY'",
    ),
    "example that is no path": (
        "treaty.toml",
        '"party/XAA"',
        '"nothing here"',
        "treaty.toml:{}: [dataset] examples must be paths; found 'nothing here'",
    ),
    "day of a week": (
        "parties.csv",
        "2011-10-05",
        "2011-W40-3",
        "parties.csv:{}: a date that exists, as yyyy-mm-dd, is required; found 2011-W40-3",
    ),
    "deposit at the end of the calendar": (
        "parties.csv",
        "2011-10-05",
        "9999-12-31",
        "parties.csv:{}: a deposit_date up to 2021-05-01, the day of the release",
    ),
    "footnote of a quotation in words": (
        "reading.yaml",
        "footnote: 2",
        "footnote: the second",
        "reading.yaml:{}: a footnote from 1 to 3 is required; found the second",
    ),
    "alias inside what it stands for": (
        "reading.yaml",
        "quotations:\n  1:\n    by: organization/cafe-society",
        "quotations: &all\n  1:\n    by: *all",
        "an alias must not stand inside what it stands for",
    ),
    "theme that is no IRI": (
        "treaty.toml",
        'keywords = ["pond", "test"]',
        'themes = ["https://pond.example.org/theme/water", "EDUC"]',
        "treaty.toml:{}: [dataset] themes must be http(s) IRIs; found 'EDUC'",
    ),
    "path outside the folder": (
        "treaty.toml",
        'file = "document.wikitext"',
        'file = "../pond/../treaty.toml"',
        "treaty.toml:{}: [document] file must be the name of a file in the folder",
    ),
    "document with another hash": (
        "document.wikitext",
        "Pond",
        "Pool",
        "document.wikitext: sha256 ",
    ),
    "not YAML": (
        "entities.yaml",
        "convention/2011:",
        "convention/2011: [",
        "entities.yaml:",
    ),
    "key twice": (
        "entities.yaml",
        "organization/assembly:",
        "organization/league-of-ponds:",
        "entities.yaml:{}: organization/league-of-ponds stands here again",
    ),
    "document of no known name": (
        "parties.csv",
        ",PR,HG,",
        ",PR,https://register.example.org/,",
        (
            "parties.csv:{}: a name that a document of entities.yaml has as known_as is required; "
            "found https://register.example.org/"
        ),
    ),
    "list in the place of a value": (
        "reading.yaml",
        "words: is a treaty",
        "words: [is, a treaty]",
        "reading.yaml:{}: words must have one value; found a list",
    ),
    "label missing": (
        "entities.yaml",
        "label: League of Ponds",
        "note: League of Ponds",
        "a label of organization/league-of-ponds is required; found none",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_says_where_and_what(sources: Path, fault: str) -> None:
    """The message names file and line, what is required and what was found."""
    name, old, new, expected = FAULTS[fault]
    line = spoil(sources, name, old, new)

    found = find_faults(sources)

    assert any(expected.format(line) in message for message in found), found


def test_all_faults_are_told_at_once(sources: Path) -> None:
    """Faults in several files come in one list, sorted by file and line."""
    spoil(sources, "reading.yaml", "words: is a treaty", "words: is a tready")
    spoil(sources, "reading.yaml", "cdce:adoptionDate", "cdce:adoptionDay")
    spoil(sources, "parties.csv", "accession", "ascension")

    found = find_faults(sources)

    assert len(found) == 3
    assert found == sorted(found)


def test_file_that_is_not_utf8_is_refused_at_its_line(sources: Path) -> None:
    """The first wrong byte is named with its line."""
    path = sources / "parties.csv"
    path.write_bytes(path.read_bytes() + b"\xff\n")

    [message] = find_faults(sources)

    assert message.startswith("parties.csv:")
    assert "UTF-8 is required; found the byte 0xff" in message


def test_statement_without_words_is_refused(sources: Path) -> None:
    """A statement of the document has words, or says why the whole passage is taken."""
    spoil(sources, "reading.yaml", "      words: is a treaty\n", "")

    assert any("one of words and whole is required" in m for m in find_faults(sources))


def test_asserted_head_count_is_refused(sources: Path) -> None:
    """A number of Parties is somebody's count on some day, and is reported."""
    spoil(
        sources,
        "reading.yaml",
        "report: <convention/2011> cdce:ratifyingMemberStateCount",
        "assert: <convention/2011> cdce:ratifyingMemberStateCount",
    )

    assert any("a head-count is reported" in m for m in find_faults(sources))


def test_graphs_that_are_no_tables_are_refused(sources: Path) -> None:
    """The notes on named graphs are a table."""
    path = sources / "treaty.toml"
    text = path.read_text("utf-8").partition("[graphs.article]")[0]
    path.write_text(f'graphs = "x"\n{text}', "utf-8")

    assert find_faults(sources) == ["treaty.toml: graphs must be a table of tables; found 'x'"]


@pytest.mark.parametrize("name", ["30 new", "30-žluť"])
def test_question_whose_name_makes_no_address_is_refused(sources: Path, name: str) -> None:
    """The name of the file is in the address of the question."""
    (sources / "queries").mkdir()
    (sources / "queries" / f"{name}.rq").write_text("# What?\n# keywords: a\n\nASK {}\n")

    [found] = find_faults(sources)

    assert found.startswith(f"queries/{name}.rq: a name of letters, digits, points and hyphens")


@pytest.mark.parametrize("target", ["http://pond.example.org/<y>", "http://pond.example.org/a b"])
def test_link_that_is_no_address_is_refused(sources: Path, target: str) -> None:
    """What no IRI may hold is told at its line."""
    header = "entity,relation,target,certainty,evidence"
    row = f"concept/treaty,rdfs:seeAlso,{target},likely,"
    (sources / "links.csv").write_text(f"{header}\n{row}\n")

    expected = "links.csv:2: an address without blanks, quotes or brackets is required; found "
    assert f"{expected}{target}" in find_faults(sources)


EVIDENCE = """\
{key}:
  assert: <convention/2011> cdce:adoptionDate "2011-02-14"^^xsd:date
  by: agent/pond-cataloguer
  source: document/pond-gazette
"""


def test_statement_that_stands_twice_is_refused(sources: Path) -> None:
    """A statement from outside may not have the key of one of the document."""
    (sources / "evidence.yaml").write_text(EVIDENCE.format(key="lead-s1-01"))

    [found] = find_faults(sources)

    assert found.startswith("evidence.yaml:1: lead-s1-01 stands here again; first on line ")
    assert found.endswith("of reading.yaml")


def test_end_beside_a_count_is_refused(sources: Path) -> None:
    """Until when a count holds follows from the register."""
    count = "  count: {of: parties, on: 2012-01-01}\n  until: 2012-02-01\n"
    (sources / "evidence.yaml").write_text(EVIDENCE.format(key="pond-count") + count)

    assert any("until follows from the count" in found for found in find_faults(sources))


def test_party_that_stands_twice_is_refused(sources: Path) -> None:
    """A Party has one row."""
    path = sources / "parties.csv"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*rows, rows[1]]), "utf-8")

    assert any("stands 2 times; a Party has one row" in m for m in find_faults(sources))


def test_country_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """Each line of the table of countries is another country."""
    sources = Path(shutil.copytree(SOURCES, tmp_path / "sources"))
    path = sources / "countries.csv"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*rows, rows[3]]), "utf-8")

    assert (
        f"countries.csv:{len(rows) + 1}: link-party-DZA-wikidata stands here again; "
        "first on line 4 of countries.csv"
    ) in find_faults(sources)


def test_two_things_with_one_iri_are_refused(sources: Path) -> None:
    """An entity may not describe what another file describes."""
    path = sources / "entities.yaml"
    path.write_text(path.read_text("utf-8") + "source/pond-page: {label: Again}\n", "utf-8")

    assert any("source/pond-page is described here again" in m for m in find_faults(sources))


DAY = 'cdce:adoptionDate "2011-02-14"^^xsd:date'
NEEDS_DATE = "a value of xsd:date, like 2001-12-31, is required; found "
LITERALS = {
    "day that does not exist": ("2011-02-30", "xsd:date", f"{NEEDS_DATE}2011-02-30"),
    "month that does not exist": ("2011-13-01", "xsd:date", f"{NEEDS_DATE}2011-13-01"),
    "day in digits alone": ("20110214", "xsd:date", f"{NEEDS_DATE}20110214"),
    "integer in letters": (
        "x",
        "xsd:integer",
        "a value of xsd:integer, like 12, is required; found x",
    ),
    "integer as Python reads it": (
        "1_000",
        "xsd:integer",
        "a value of xsd:integer, like 12, is required; found 1_000",
    ),
    "misspelt datatype": (
        "2011",
        "xsd:year",
        "a datatype that is known here is required; found xsd:year",
    ),
    "literal of another datatype": (
        "2011",
        "xsd:gYear",
        "cdce:adoptionDate requires a value of xsd:date, like 2001-12-31; found",
    ),
}


@pytest.mark.parametrize("case", LITERALS)
def test_wrong_literal_is_one_fault(
    sources: Path, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The datatype required and the text found are told, and no library warns of it."""
    value, datatype, expected = LITERALS[case]
    line = spoil(sources, "reading.yaml", DAY, f'cdce:adoptionDate "{value}"^^{datatype}')

    [found] = find_faults(sources)

    assert found.startswith(f"reading.yaml:{line}: {expected}")
    assert caplog.records == []


def test_literal_without_datatype_is_refused_where_one_is_required(sources: Path) -> None:
    """The range of a property in the ontology is asked for at the line, not by a shape."""
    line = spoil(sources, "reading.yaml", DAY, 'cdce:adoptionDate "14 February 2011"')

    [found] = find_faults(sources)

    assert found.startswith(f"reading.yaml:{line}: cdce:adoptionDate requires a value of xsd:date")
    assert '"14 February 2011"' in found


def test_wrong_literal_of_the_evidence_is_one_fault(sources: Path) -> None:
    """A statement from outside the document is read like one of the document."""
    (sources / "evidence.yaml").write_text(
        "gazette-day:\n"
        '  report: <convention/2011> cdce:adoptionDate "2011-02-30"^^xsd:date\n'
        "  source: document/heron-gazette\n"
    )

    [found] = find_faults(sources)

    assert found.startswith(f"evidence.yaml:2: {NEEDS_DATE}2011-02-30")


@pytest.mark.parametrize("date", ["2011-02-30", "2011-2", "lately"])
def test_wrong_date_of_a_document_is_one_fault(sources: Path, date: str) -> None:
    """The date of a document is a day that exists or a year."""
    label = "label: Pond Gazette\n"
    line = spoil(sources, "entities.yaml", label, f"{label}  date: {date}\n") + 1

    [found] = find_faults(sources)

    required = "a value of xsd:date, as yyyy-mm-dd, or xsd:gYear, as yyyy, is required"
    assert found == f"entities.yaml:{line}: {required}; found {date}"


def test_wrong_language_of_a_label_is_one_fault(sources: Path) -> None:
    """A label has a language tag, and another text is no traceback."""
    label = "label: Pond Gazette\n"
    spoil(sources, "entities.yaml", label, f"{label}  labels: {{a b: Gazette}}\n")

    [found] = find_faults(sources)

    assert found.endswith("a language tag, like en, is required; found a b")


def test_wrong_language_of_a_table_is_one_fault(sources: Path) -> None:
    """A name in a table has a language tag, and another text is no traceback."""
    (sources / "country-labels.csv").write_text("party,language,label\nXAA,a b,Reedland\n")

    assert "country-labels.csv:2: a language tag, like en, is required; found a b" in (
        find_faults(sources)
    )


@pytest.mark.parametrize("threshold", ["-3", "0"])
def test_threshold_below_one_is_one_fault_of_the_treaty(sources: Path, threshold: str) -> None:
    """The rule is refused where it stands, and nothing follows for the register."""
    line = spoil(sources, "treaty.toml", "threshold = 2", f"threshold = {threshold}")

    assert find_faults(sources) == [
        f"treaty.toml:{line}: [entry_into_force] threshold must be 1 or more; found {threshold}"
    ]


def test_deposit_after_the_release_is_refused(sources: Path) -> None:
    """Nobody deposits on a day that was still to come; a note does not help."""
    line = spoil(
        sources, "parties.csv", ",2012-03-01,accession,,,PR,,", ",2052-03-01,accession,,,PR,,"
    )

    assert find_faults(sources) == [
        (
            f"parties.csv:{line}: a deposit_date up to 2021-05-01, the day of the release in "
            "treaty.toml, is required; found 2052-03-01"
        )
    ]


def test_deposit_beyond_the_register_needs_a_note(sources: Path) -> None:
    """The register is complete to a day; a later deposit is known from elsewhere."""
    rows = "Newtmere,XE,XEE,2021-01-31,accession,2021-05-01,,HG,,"
    path = sources / "parties.csv"
    text = path.read_text("utf-8")
    path.write_text(f"{text}{rows}\n", "utf-8")

    assert find_faults(sources) == [
        (
            "parties.csv:7: a deposit after 2020-12-31, to which the register is complete, "
            "requires a note that says how it is known; found none"
        )
    ]
    path.write_text(f"{text}{rows}seen in the gazette\n", "utf-8")
    assemble(sources)


def test_state_without_a_row_of_countries_is_refused(sources: Path) -> None:
    """Where there is a table of countries, each State is in it; an organization need not be."""
    head = ",".join(TABLES["countries.csv"])
    rows = [f"{code[:2]},{code},,{code},,,,,," for code in ("XAA", "XBB", "XDD")]
    (sources / "countries.csv").write_text("\n".join([head, *rows, ""]), "utf-8")
    with (sources / "treaty.toml").open("a") as file:
        file.write('[graphs.countries]\nlicence = "https://example.org/l"\nattribution = "A"\n')

    assert find_faults(sources) == [
        "parties.csv:5: a row of countries.csv with the code XCC is required; found none"
    ]


QUERIES = {
    "no pattern": ("SELECT * { ?s ?p . } LIMIT 1", 4, "stops at column 20; found SELECT"),
    "no end": ("SELECT * WHERE {\n?s ?p ?o", 5, "stops at column 9; found ?s ?p ?o"),
    "prefix not declared": (
        "PREFIX a: <a>\nSELECT * { a:x b:x ?o }",
        5,
        "a query in SPARQL is required; the parser stops at column 20; found SELECT",
    ),
    "form that is none here": ("DESCRIBE <party/XAA>", 1, "one of SELECT, ASK, CONSTRUCT is"),
}


@pytest.mark.parametrize("case", QUERIES)
def test_question_that_is_no_query_is_refused(sources: Path, case: str) -> None:
    """A file of queries/ is SPARQL; another text is told with its line and column."""
    query, line, expected = QUERIES[case]
    (sources / "queries").mkdir()
    (sources / "queries" / "01-a.rq").write_text(f"# What?\n# keywords: a\n\n{query}\n")

    [found] = find_faults(sources)

    assert found.startswith(f"queries/01-a.rq:{line}: ")
    assert expected in found


@pytest.mark.parametrize("name", ["treaty.toml", "reading.yaml", "entities.yaml", "parties.csv"])
def test_missing_file_is_named(sources: Path, name: str) -> None:
    """A file that a treaty must have is asked for by name."""
    (sources / name).unlink()

    assert f"{name}: the file is required; found none" in find_faults(sources)


def test_missing_folder_is_named(tmp_path: Path) -> None:
    """A folder that is not there is no traceback."""
    assert find_faults(tmp_path / "none") == [
        f"{tmp_path / 'none'}: a sources folder is required; found none"
    ]


@pytest.mark.parametrize("base", ["pond", "https://pond.example.org", "ftp://pond/", "http://a b/"])
def test_base_that_is_none_is_refused(sources: Path, base: str) -> None:
    """The base of the IRIs is an http(s) IRI that ends in a slash."""
    with pytest.raises(SourcesError, match=r"^--base: an http"):
        assemble(sources, base)


def test_quotation_mark_without_partner_is_refused(sources: Path) -> None:
    """The line of the mark is named."""
    path = sources / "document.wikitext"
    text = path.read_text("utf-8") + '\nAnd "so.'
    path.write_text(text, "utf-8")
    import hashlib

    old = hashlib.sha256((POND / "document.wikitext").read_bytes()).hexdigest()
    spoil(sources, "treaty.toml", old, hashlib.sha256(text.encode()).hexdigest())

    assert any("has no partner" in m for m in find_faults(sources))


def test_table_saved_by_a_spreadsheet_is_read(sources: Path) -> None:
    """A byte order mark and lines that end in CR LF change nothing."""
    plain = assemble(sources)[1]
    path = sources / "parties.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    saved = assemble(sources)[1]

    assert set(saved["register"]) == set(plain["register"])
