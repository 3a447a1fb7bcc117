"""Know the things of a release by path: their IRIs, their labels, and the nearest to a miss."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from server.releases.graphs import read_value
from server.releases.service import Service

# Above this the store is asked for each path, and no suggestions are made beyond neighbours.
MOST_THINGS = 200_000
COMPARED = 400
SUGGESTIONS = 5
LIKE_ENOUGH = 0.6

_THINGS = """
SELECT DISTINCT ?thing WHERE {{ ?thing ?p ?o
  FILTER(isIRI(?thing))
  FILTER(STRSTARTS(STR(?thing), "{base}") || STRSTARTS(STR(?thing), "{vocabulary}"))
}} LIMIT {limit}"""
_LABELS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label WHERE {{ ?thing skos:prefLabel ?label FILTER(LANG(?label) = "en") }}
LIMIT {limit}"""
_WITHDRAWN = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?thing ?reason WHERE {
  ?thing prov:invalidatedAtTime ?when OPTIONAL { ?thing skos:changeNote ?reason } }"""


@dataclass(frozen=True)
class Things:
    """Hold the things of a release.

    ``iris`` gives the IRI of each path, without its fragment; ``paths`` are sorted; ``folded``
    gives the path for its lower-case form; ``is_complete`` says whether these are all.
    """

    iris: Mapping[str, str]
    labels: Mapping[str, str]
    withdrawn: Mapping[str, str]
    paths: tuple[str, ...]
    folded: Mapping[str, str]
    is_complete: bool


def read_things(service: Service) -> Things:
    """Return the things that the graph of a service describes, with their English labels."""
    release = service.release
    rows = service.list_rows(
        _THINGS.format(base=release.base, vocabulary=release.vocabulary, limit=MOST_THINGS)
    )
    iris = {read_value(row["thing"]).partition("#")[0] for row in rows}
    found = _find_paths({*iris, *release.shapes.iris}, service)
    labels = {
        path: read_value(row["label"])
        for row in service.list_rows(_LABELS.format(limit=MOST_THINGS))
        if (path := service.find_path(read_value(row["thing"]))) is not None
    }
    labels |= {
        path: release.shapes.find_label(iri)
        for iri in release.shapes.iris
        if (path := service.find_path(iri)) is not None
    }
    withdrawn = {
        read_value(row["thing"]): read_value(row["reason"]) if "reason" in row else ""
        for row in service.list_rows(_WITHDRAWN)
    }
    return Things(
        iris=found,
        labels=labels,
        withdrawn=withdrawn,
        paths=tuple(sorted(found)),
        folded={path.lower(): path for path in found},
        is_complete=len(rows) < MOST_THINGS,
    )


def list_gone(service: Service) -> Mapping[str, str]:
    """Return by path the last version that described each thing, as the earlier releases say.

    What the served release describes is in it too.
    """
    found: dict[str, str] = {}
    for release in reversed(service.release.earlier):
        iris = {read_value(quad.subject).partition("#")[0] for quad in release.read_quads()}
        found |= dict.fromkeys(_find_paths(iris, service), release.version)
    return found


def _find_paths(iris: set[str], service: Service) -> dict[str, str]:
    """Return the IRI at each path; where two IRIs lead to one path, that under the base wins."""
    found: dict[str, str] = {}
    for iri in sorted(iris):
        path = service.find_path(iri)
        if path and (path not in found or iri.startswith(service.release.base)):
            found[path] = iri
    return found


def find_variant(path: str, things: Things) -> str | None:
    """Return the right spelling of a path with another case or slashes at its end, or None."""
    return things.folded.get(path.strip("/").lower())


def find_nearest(path: str, things: Things) -> list[str]:
    """Return the few paths most like one that is not there, the likest first."""
    path = path.strip("/").lower()[:200]
    words = {word for word in path.rpartition("/")[2].replace("-", " ").split() if len(word) > 2}
    scores = {
        candidate: _compare(path, words, candidate, things)
        for candidate in _list_candidates(path, words, things)
    }
    ranked = sorted(scores, key=lambda candidate: (-scores[candidate], candidate))
    return [candidate for candidate in ranked if scores[candidate] >= LIKE_ENOUGH][:SUGGESTIONS]


def _list_candidates(path: str, words: set[str], things: Things) -> Iterable[str]:
    """Return a bounded number of paths: those beside the one sought, and those named like it."""
    kind = path.partition("/")[0] + "/"
    same = [found for found in _list_around(kind, things.paths) if found.startswith(kind)]
    near = _list_around(path, things.paths)
    named = [
        found
        for found, label in things.labels.items()
        if found in things.iris and any(word in label.lower() for word in words)
    ]
    return {*same, *near, *named[:COMPARED]}


def _list_around(path: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    place = bisect_left(paths, path)
    return paths[max(0, place - COMPARED // 4) : place + COMPARED]


def _compare(path: str, words: set[str], candidate: str, things: Things) -> float:
    """Return how like a path and a thing are by path or label: 0 not at all, above 1 the same."""
    by_path = SequenceMatcher(None, path, candidate.lower(), autojunk=False)
    likeness = by_path.ratio() if by_path.quick_ratio() >= 0.4 else 0.0
    label = things.labels.get(candidate, "").lower()
    found = sum(len(word) for word in words if word in label)
    total = sum(map(len, words))
    by_label = 0.9 * found / total if total else 0.0
    return max(likeness, by_label) + 0.1 * likeness
