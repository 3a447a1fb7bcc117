"""Invented treaties in any number, each a sources folder with its own base."""

import csv
import datetime as dt
import hashlib
import itertools
from collections.abc import Iterator
from pathlib import Path

PARTIES = 150
TERMS = 20
THRESHOLD = 30
DELAY = dt.timedelta(days=90)
KINDS = ("ratification", "acceptance", "approval", "accession")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
GRAPHS = (
    "article",
    "evidence",
    "register",
    "countries",
    "labels",
    "thesaurus",
    "links",
    "provisions",
    "catalogue",
    "ontology",
    "description",
    "derived",
)


def write_corpus(folder: Path, count: int) -> list[Path]:
    """Write ``count`` sources folders and return them, in order."""
    return [write_treaty(folder / f"treaty-{number:03}", number) for number in range(count)]


def write_treaty(folder: Path, number: int) -> Path:
    """Write the sources of one treaty of 150 Parties and return its folder."""
    folder.mkdir(parents=True)
    adopted = dt.date(1950, 1, 1) + dt.timedelta(days=97 * number)
    deposits = [adopted + dt.timedelta(days=60 + 40 * k) for k in range(PARTIES)]
    in_force = deposits[THRESHOLD - 1] + DELAY
    document = "\n".join(write_document(number, adopted, in_force)).encode()
    (folder / "document.wikitext").write_bytes(document)
    write_text(folder / "treaty.toml", describe_treaty(number, document, deposits[-1]))
    write_text(folder / "reading.yaml", write_reading(adopted, in_force))
    write_text(folder / "entities.yaml", describe_things(number))
    write_table(folder / "parties.csv", PARTY_COLUMNS, list_parties(deposits, in_force))
    write_table(folder / "articles.csv", ARTICLE_COLUMNS, list_articles())
    return folder


def base(number: int) -> str:
    """Return the base of a treaty's IRIs."""
    return f"https://corpus.example.org/{number:03}/"


def say(day: dt.date) -> str:
    """Return a day as a document writes it."""
    return f"{day.day} {day:%B} {day.year}"


def write_document(number: int, adopted: dt.date, in_force: dt.date) -> Iterator[str]:
    """Yield the lines of a document: a lead, a history and a list of terms."""
    yield (
        f"The '''Convention {number}''' is a [[treaty]] that the Assembly adopted on "
        f"{say(adopted)}.<ref>''Gazette'', No. {number}</ref> It recognises the right of every "
        "Party to keep its own measure."
    )
    yield ""
    yield "== History =="
    yield f"* {say(adopted)}: the Convention was adopted."
    yield f"* {say(in_force)}: the Convention enters into force.<ref>''Gazette''</ref>"
    yield ""
    yield "== Terms =="
    for term in range(TERMS):
        quoted = f'"a measure of the {term}th kind that a Party takes within its own territory"'
        note = f"<ref>''Gazette'', page {term}</ref>"
        yield f"* The Convention defines term {term} as {quoted}.{note}"
    yield ""
    yield "[[Category:Corpus]]"
    yield ""


def describe_treaty(number: int, document: bytes, complete_to: dt.date) -> str:
    """Return treaty.toml."""
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    graphs = "".join(
        f'\n[graphs.{name}]\nlicence = "{licence}"\nattribution = "Corpus"\n'
        'source = ["document/gazette"]\n'
        for name in GRAPHS
    )
    return f"""\
[dataset]
base = "{base(number)}"
version = "1.0.0"
issued = 2026-01-01
title = "Convention {number} as a graph"
description = "Convention {number}, invented to measure."
publisher = "agent/cataloguer"
licence = "{licence}"
attribution = "Corpus"

[instrument]
iri = "convention/1"

[document]
file = "document.wikitext"
sha256 = "{hashlib.sha256(document).hexdigest()}"
iri = "source/article"
type = "fabio:WikipediaEntry"
label = "Page on Convention {number}"
language = "en"
licence = "{licence}"
attribution = "Corpus"

[register]
complete_to = {complete_to.isoformat()}

[entry_into_force]
provision = "article/7"
threshold = {THRESHOLD}
delay = "P{DELAY.days}D"
organizations_count = false
{graphs}"""


def write_reading(adopted: dt.date, in_force: dt.date) -> str:
    """Return reading.yaml: what the document says, statement by statement."""
    quotations = "".join(
        f"  {n}: {{by: organization/assembly, from: document/gazette, footnote: {n + 2}, "
        "fidelity: not-checked}\n"
        for n in range(1, TERMS + 1)
    )
    footnotes = "".join(f"  {n}: {{cites: document/gazette}}\n" for n in range(1, TERMS + 3))
    fact = "      modality: fact\n"
    terms = "".join(
        f"  terms-i{n + 1}:\n    01:\n"
        f"      assert: <convention/1> cdce:definesTerm <concept/term-{n}>\n"
        f"      words: defines term {n}\n{fact}      footnote: {n + 3}\n"
        for n in range(TERMS)
    )
    return f"""\
speaker: agent/authors
quotations:
{quotations}footnotes:
{footnotes}wikilinks:
  Treaty: concept/treaty
statements:
  lead-s1:
    01:
      assert: <convention/1> rdf:type cdce:Convention
      words: is a treaty
{fact}    02:
      assert: <convention/1> cdce:adoptedBy <organization/assembly>
      words: the Assembly adopted
{fact}    03:
      assert: <convention/1> cdce:adoptionDate "{adopted}"^^xsd:date
      words: {say(adopted)}
{fact}  lead-s2:
    01:
      report: <convention/1> cdce:recognises <concept/right>
      words: recognises the right of every Party
      modality: claim
  history-i1:
    01:
      assert: <convention/1> cdce:adoptionDate "{adopted}"^^xsd:date
      words: {say(adopted)}
{fact}    02:
      assert: <event/adoption> rdf:type cdce:Adoption
      words: was adopted
{fact}    03:
      assert: <event/adoption> cdce:concernsInstrument <convention/1>
      words: the Convention was adopted
{fact}  history-i2:
    01:
      assert: <convention/1> cdce:entryIntoForceDate "{in_force}"^^xsd:date
      words: {say(in_force)}
{fact}{terms}"""


def describe_things(number: int) -> str:
    """Return entities.yaml: everything that the reading names."""
    adopted = dt.date(1950, 1, 1) + dt.timedelta(days=97 * number)
    bounds = "".join(
        f"  {bound}: {adopted}\n"
        for bound in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    )
    terms = "".join(
        f"concept/term-{n}:\n  label: term {n}\n  definition: A measure of the kind {n}.\n"
        f"  rests_on: [quotation/{n + 1}]\n  related: [concept/right]\n"
        for n in range(TERMS)
    )
    return f"""\
convention/1: {{label: Convention {number} of the Assembly, title: Convention {number}}}
agent/authors: {{a: prov:Agent, label: authors of the page}}
agent/cataloguer: {{a: prov:Agent, label: cataloguer}}
organization/assembly: {{a: org:FormalOrganization, label: Assembly}}
document/gazette: {{label: Gazette, publisher: organization/assembly, known_as: [G]}}
event/adoption:
  label: adoption of Convention {number}
  date_text: {say(adopted)}
  edtf: {adopted}
{bounds}  rests_on: [passage/history-i1]
concept/treaty:
  label: treaty
  definition: A written agreement between States.
  rests_on: [passage/lead-s1]
concept/right:
  label: right
  definition: What a Party may do.
  rests_on: [passage/lead-s2]
{terms}"""


PARTY_COLUMNS = (
    "name",
    "alpha2",
    "alpha3",
    "deposit_date",
    "instrument",
    "entry_into_force",
    "declaration_or_reservation",
    "source",
    "second_source",
    "note",
)
ARTICLE_COLUMNS = ("instrument", "number", "part", "heading_en", "heading_fr")


def list_parties(deposits: list[dt.date], in_force: dt.date) -> Iterator[tuple[str, ...]]:
    """Yield the rows of parties.csv; every tenth leaves its entry into force to the rule."""
    codes = map("".join, itertools.product(LETTERS, repeat=3))
    for k, (deposit, code) in enumerate(zip(deposits, codes, strict=False)):
        bound = "" if k % 10 == 9 else max(in_force, deposit + DELAY).isoformat()
        declared = "yes" if k % 7 == 0 else ""
        name, kind = f"State {code}", KINDS[k % 4]
        yield name, code[1:], code, deposit.isoformat(), kind, bound, declared, "G", "", ""


def list_articles() -> Iterator[tuple[str, ...]]:
    """Yield the rows of articles.csv."""
    for number in range(1, TERMS + 1):
        yield "convention/1", str(number), "I. PROVISIONS", f"Matter {number}", f"Objet {number}"


def write_text(path: Path, text: str) -> None:
    """Write a text file as UTF-8 with line feeds."""
    path.write_bytes(text.encode())


def write_table(path: Path, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
