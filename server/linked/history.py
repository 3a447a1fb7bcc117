"""Answer what changed between two of the releases that are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import Any

from pyoxigraph import RdfFormat, serialize

from server.formats import BY_NAME, HTML, JSON, Format
from server.http.cache import make_entry
from server.http.errors import ProblemError, refuse_formats
from server.http.kept import Kept
from server.http.messages import FRESH, Reply, Request, redirect
from server.http.negotiate import Choice, choose, negotiate
from server.linked.changes import KINDS, Change, Changes, compare, read_data, summarize
from server.lookup.labels import Labels
from server.releases.release import Release
from server.releases.service import Service
from server.sparql.protocol import render_entry

TEXT = Format("text", ("text/plain",), ".txt", "", frozenset(), "text")
OFFERS = (JSON, TEXT, HTML)
LIST_OFFERS = (JSON, HTML)
SPAN = re.compile(r"([0-9A-Za-z.+-]+?)\.\.([0-9A-Za-z+-][0-9A-Za-z.+-]*)")
KEPT_SPANS = 8

Span = tuple[Release, Release]


@dataclass(frozen=True)
class History:
    """Answer below /changes/.

    ``draw`` makes the page of the changes between two releases, ``draw_list`` that of the spans
    from each release to the next.
    """

    service: Service
    draw: Callable[[Release, Release, Changes], str]
    draw_list: Callable[[list[Span]], str]
    kept: Kept[tuple[str, str], Changes] = field(default_factory=lambda: Kept(KEPT_SPANS))

    def answer(self, request: Request, path: str) -> Reply:
        """Return the changes of a span like 1.0.0..1.1.0, or its triples added or removed.

        Raises:
            ProblemError: a release is not kept here, or there is nothing at the path.
        """
        if not path:
            return self._answer_list(request)
        span, _, file = path.partition("/")
        match = SPAN.fullmatch(span)
        if match is None or file not in ("", "added.nt", "removed.nt"):
            raise ProblemError(
                404,
                "There is nothing at this address.",
                hint="Two releases are joined by two points: /changes/1.0.0..1.1.0",
                releases=self._list_versions(),
            )
        if path.endswith("/"):
            return redirect(f"{self.service.site}/changes/{span}", 301, [FRESH])
        before, after = self._find(match[1]), self._find(match[2])
        changes = self.kept.find(
            (before.version, after.version), lambda: self._compare(before, after)
        )
        if file:
            triples = changes.added if file == "added.nt" else changes.removed
            body = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
            return self._finish(body, choose(BY_NAME["nt"]), is_negotiated=False)
        choice = negotiate(request.accept, OFFERS)
        if choice is None:
            raise refuse_formats([(each.media_type, "") for each in OFFERS], "The list of changes")
        return self._finish(self._render(before, after, changes, choice), choice)

    def _finish(self, body: bytes, choice: Choice, *, is_negotiated: bool = True) -> Reply:
        entry = make_entry("changes", body)
        return render_entry(entry, choice, self.service, vary=is_negotiated).add([FRESH])

    def _find(self, version: str) -> Release:
        service = self.service
        for release in service.release.lineage:
            if version in (release.version, "latest" if release is service.release else ""):
                return release
        raise ProblemError(
            404, f"There is no release {version!r} here.", releases=self._list_versions()
        )

    def _list_versions(self) -> list[str]:
        return [each.version for each in self.service.release.lineage]

    def _answer_list(self, request: Request) -> Reply:
        """Return the spans from each release to the next; to the only one there is none."""
        choice = negotiate(request.accept, LIST_OFFERS)
        if choice is None:
            listed = [(each.media_type, "") for each in LIST_OFFERS]
            raise refuse_formats(listed, "The list of changes")
        spans = [(before, after) for after, before in pairwise(self.service.release.lineage)]
        if choice.format is HTML:
            return self._finish(self.draw_list(spans).encode(), choice)
        document = {
            "releases": self._list_versions(),
            "changes": [
                {
                    "from": before.version,
                    "to": after.version,
                    "href": self._find_address(before, after),
                }
                for before, after in spans
            ],
        }
        return self._finish((json.dumps(document, indent=2) + "\n").encode(), choice)

    def _find_address(self, before: Release, after: Release) -> str:
        return f"{self.service.site}/changes/{before.version}..{after.version}"

    def _compare(self, before: Release, after: Release) -> Changes:
        old, new = (_read(release) for release in (before, after))
        return compare(old, new, self.service.ontology, Labels((), self.service).name)

    def _render(self, before: Release, after: Release, changes: Changes, choice: Choice) -> bytes:
        if choice.format is HTML:
            return self.draw(before, after, changes).encode()
        if choice.format is TEXT:
            return write_text(before.version, after.version, changes).encode()
        address = self._find_address(before, after)
        document: dict[str, Any] = {
            "from": before.version,
            "to": after.version,
            "summary": summarize(changes),
            "changes": [asdict(change) for change in changes.changes],
            "added": {"triples": len(changes.added), "href": f"{address}/added.nt"},
            "removed": {"triples": len(changes.removed), "href": f"{address}/removed.nt"},
        }
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _read(release: Release) -> frozenset[Any]:
    return read_data(release.read_quads(), release.base)


def write_text(before: str, after: str, changes: Changes) -> str:
    """Return the changes in words, by kind."""
    lines = [f"From {before} to {after}", "", summarize(changes)]
    for title, found in group(changes):
        lines += ["", f"{title} ({len(found)})"]
        lines += [f"- {change.sentence} <{change.iri}>" for change in found]
    lines += ["", f"{len(changes.added)} triples added, {len(changes.removed)} removed."]
    return "\n".join(lines) + "\n"


def group(changes: Changes) -> list[tuple[str, list[Change]]]:
    """Return the changes by the title of their kind."""
    return [
        (title, found)
        for kind, (title, *_) in KINDS.items()
        if (found := [change for change in changes.changes if change.kind == kind])
    ]
