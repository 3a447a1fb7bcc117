"""The questions of a treaty, one SPARQL file each → examples that a user can run.

A file starts with its question and keywords as comments. Its IRIs are relative to the base.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, Graph, Literal, URIRef

from graph.errors import Faults
from graph.folder import decode
from graph.iris import PATH, Iris
from graph.terms import SCHEMA, SH, SKOS

FOLDER = "queries"
HEAD = re.compile(r"# (?P<question>.+)\n# keywords: (?P<keywords>.+)\n\n(?P<text>(?:.|\n)+)")
FORM = re.compile(r"^\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.MULTILINE | re.IGNORECASE)
REPORT = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): .*", re.DOTALL)
# Any base will do where only the form of a query is checked.
ANY_BASE = "http://localhost/"
KINDS = {
    "SELECT": (SH.SPARQLSelectExecutable, SH.select),
    "ASK": (SH.SPARQLAskExecutable, SH.ask),
    "CONSTRUCT": (SH.SPARQLConstructExecutable, SH.construct),
}


@dataclass(frozen=True)
class Question:
    """A question in words and in SPARQL, without its base; ``key`` is the name of its file."""

    key: str
    question: str
    keywords: tuple[str, ...]
    form: str
    text: str

    def with_base(self, base: str) -> str:
        """Return the query as it can be run anywhere."""
        return f"BASE <{base}>\n{self.text}"


def read_questions(folder: Path, faults: Faults) -> list[Question]:
    """Return the questions of a sources folder, in the order of their file names."""
    paths = sorted((folder / FOLDER).glob("*.rq"))
    return [question for path in paths if (question := _read_question(path, faults))]


def _read_question(path: Path, faults: Faults) -> Question | None:
    name = f"{FOLDER}/{path.name}"
    if not PATH.fullmatch(path.stem):
        required = "a name of letters, digits, points and hyphens, for its address,"
        faults.add((name, 0), f"{required} is required; found {path.stem!r}")
        return None
    text = decode(path.read_bytes(), name, faults)
    if text is None:
        return None
    head, form = HEAD.fullmatch(text), FORM.search(text)
    if head is None:
        faults.add((name, 1), "lines '# question', '# keywords: …' and an empty one are required")
    if form is None or form.group(1).upper() not in KINDS:
        faults.add((name, 1), f"one of {', '.join(KINDS)} is required at the start of a line")
        return None
    if head is None or not _is_query(text, name, faults):
        return None
    keywords = tuple(word.strip() for word in head["keywords"].split(","))
    return Question(path.stem, head["question"], keywords, form.group(1).upper(), head["text"])


def _is_query(text: str, name: str, faults: Faults) -> bool:
    """Say whether a file is a query in SPARQL, and record a fault where it is none."""
    try:
        ox.Store().query(text, base_iri=ANY_BASE)
    except SyntaxError as error:
        where, reason = _find_place(text, str(error))
        faults.add((name, where), f"a query in SPARQL is required; {reason}")
        return False
    return True


def _find_place(text: str, report: str) -> tuple[int, str]:
    """Return the line of a parser's report, and in words where it stopped and what is there.

    The parser looks ahead, so the fault is there or shortly before.
    """
    match = REPORT.fullmatch(report)
    if match is None:
        return 0, report
    lines = text.splitlines()
    line, column = int(match["line"]), int(match["column"])
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    return line, f"the parser stops at column {column}; found {lines[line - 1].strip()}"


def build_questions(questions: Sequence[Question], iris: Iris) -> Graph:
    """Return the questions as SHACL executables, for ``/graph/description``.

    Source: https://www.w3.org/TR/shacl-af/ and the SPARQL examples of sib-swiss
    """
    graph = Graph(bind_namespaces="none")
    for question in questions:
        thing = iris(f"query/{question.key}")
        kind, term = KINDS[question.form]
        label = Literal(question.question, lang="en")
        graph.add((thing, RDF.type, SH.SPARQLExecutable))
        graph.add((thing, RDF.type, kind))
        graph.add((thing, SKOS.prefLabel, label))
        graph.add((thing, RDFS.comment, label))
        graph.add((thing, term, Literal(question.with_base(iris.base))))
        graph.add((thing, SCHEMA.target, URIRef(f"{iris.base}sparql")))
        for word in question.keywords:
            graph.add((thing, SCHEMA.keywords, Literal(word)))
    return graph
