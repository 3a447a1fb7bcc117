"""Check a release for the command line: every sum, and the graph against its shapes."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph
from rdflib.exceptions import ParserError

from graph.errors import ValidationError
from graph.validate import validate
from server.http.errors import BrokenReleaseError
from server.releases.release import SHAPES, Release, read_release


def check(folder: Path) -> int:
    """Return how many triples conform to the shapes.

    Raises:
        BrokenReleaseError: a file is not what SHA256SUMS says, is not there or is no RDF.
        ValidationError: the graph breaks a rule; says each.
    """
    release = read_release(folder)
    data, shapes = _read(release, "graph.nt", "nt"), _read(release, SHAPES, "turtle")
    report = validate(data, shapes)
    if not report.conforms:
        raise ValidationError("\n".join(map(str, report.results)))
    return len(data)


def _read(release: Release, name: str, form: str) -> Graph:
    path = release.folder / name
    if name not in release.files:
        raise BrokenReleaseError(f"{path}: this file is required; found none")
    try:
        return Graph().parse(data=release.files[name].file.read_all(), format=form)
    except (ParserError, SyntaxError, ValueError) as error:
        raise BrokenReleaseError(f"{path}: RDF is required; {error}") from error
