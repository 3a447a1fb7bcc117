"""Invented data of any size as a release that can be served, and the questions asked of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from tests.http_fixtures import ONTOLOGY, REPORT, VOID, write_sums

BASE = "https://bench.example.org/"
PARTIES = 150
REGIONS = 20
KINDS = 5
# Triples of parties and regions, and of one treaty with its participations.
FIXED, EACH = PARTIES * 5 + REGIONS * 3, PARTIES * 5 + 2
SHORT = f"""PREFIX : <{BASE}ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
PREFIXES = f"{SHORT}BASE <{BASE}>\n"
LETTERS = "bcdfghjklmnprstvz"
VARIANTS = 400


def count_treaties(triples: int) -> int:
    """Return how many treaties make about so many triples."""
    return max(2, round((triples - FIXED) / EACH))


def write_data(folder: Path, triples: int) -> int:
    """Write a release of about so many triples; return how many it has."""
    folder.mkdir(parents=True)
    text = PREFIXES + "".join(list_statements(count_treaties(triples)))
    quads = list(parse(text.encode(), format=RdfFormat.TURTLE))
    graph = NamedNode(f"{BASE}graph/data")
    named = [Quad(q.subject, q.predicate, q.object, graph) for q in quads]
    files = {
        "graph.nq": serialize(named, format=RdfFormat.N_QUADS) or b"",
        "graph.nt": serialize([q.triple for q in quads], format=RdfFormat.N_TRIPLES) or b"",
        "graph.ttl": text.encode(),
        "ontology.ttl": ONTOLOGY.encode(),
        "void.ttl": VOID.format(base=BASE).encode(),
        "report.ttl": REPORT.encode(),
    }
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    write_sums(folder)
    assert all(quad.graph_name == DefaultGraph() for quad in quads)
    return len(quads)


def list_statements(treaties: int) -> Iterator[str]:
    """Yield the data in Turtle."""
    for n in range(REGIONS):
        yield f'<region/{n}> a :Region ; skos:prefLabel "Region {n}"@en'
        yield f" ; skos:broader <region/{n // 3}> .\n" if n else " ; :isWorld true .\n"
    for n in range(PARTIES):
        yield f'<party/{n}> a :Party ; skos:prefLabel "{spell(n)}"@en, "{spell(n)} (fr)"@fr ; '
        yield f':code "{n:03}" ; :region <region/{n % REGIONS}> .\n'
    for t in range(treaties):
        yield f'<treaty/{t}> a :Treaty ; skos:prefLabel "Treaty {t} on {spell(t * 7)}"@en .\n'
        for n in range(PARTIES):
            day = dt.date(1950, 1, 1) + dt.timedelta(days=(t * 97 + n * 61) % 25000)
            yield f"<participation/{t}-{n}> a :Participation ; :treaty <treaty/{t}> ; "
            yield f':party <party/{n}> ; :date "{day}"^^xsd:date ; :kind <kind/{n * t % KINDS}> .\n'


def spell(number: int) -> str:
    """Return a word of some letters for a number."""
    first, second, third = number % 17, number // 17 % 17, number * 5 % 17
    return f"{LETTERS[first].upper()}a{LETTERS[second]}o{LETTERS[third]}ia"


QUESTIONS: dict[str, str] = {
    "point": "SELECT ?p ?o { <party/%(party)d> ?p ?o }",
    "list": """SELECT ?party ?label {
        ?x :treaty <treaty/%(treaty)d> ; :party ?party . ?party skos:prefLabel ?label
        FILTER(lang(?label) = "en") } ORDER BY ?label""",
    "group by": """SELECT ?year (COUNT(*) AS ?n) {
        ?x :date ?date FILTER(DAY(?date) = %(day)d) } GROUP BY (YEAR(?date) AS ?year)""",
    "path": "SELECT ?party { ?party :region/skos:broader* <region/%(region)d> }",
    "regex": """SELECT ?x ?label {
        ?x skos:prefLabel ?label FILTER(REGEX(?label, "%(letters)s", "i")) } LIMIT 100""",
    "join": """SELECT ?party ?first ?second {
        ?x :treaty <treaty/%(treaty)d> ; :party ?party ; :date ?first ; :kind ?kind .
        ?y :treaty <treaty/%(other)d> ; :party ?party ; :date ?second ; :kind ?kind }""",
    "CONSTRUCT": "CONSTRUCT { ?x ?p ?o } { ?x :treaty <treaty/%(treaty)d> ; ?p ?o }",
    "DESCRIBE": "DESCRIBE <party/%(party)d>",
}


def vary(text: str, treaties: int) -> list[str]:
    """Return a question with many different constants."""
    # Not all servers read a BASE after prefixes.
    text = re.sub(r"<(?=[a-z]+/)", f"<{BASE}", text)
    return [
        SHORT
        + text
        % {
            "party": n % PARTIES,
            "treaty": n % treaties,
            "other": (n * 3 + 1) % treaties,
            "day": n % 28 + 1,
            "region": n % REGIONS,
            "letters": LETTERS[n % 17] + "[aeo]" + LETTERS[n // 17 % 17],
        }
        + f"\n# {n}\n"
        for n in range(VARIANTS)
    ]
