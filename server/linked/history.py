"""Answer what changed between two of the releases that are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import Any

from pyoxigraph import RdfFormat, parse, serialize

from server.formats import BY_NAME, HTML, JSON, Format
from server.http.cache import make_entry
from server.http.errors import ProblemError, refuse_formats
from server.http.kept import Kept
from server.http.messages import Reply, Request
from server.http.negotiate import Choice, choose, negotiate
from server.linked.changes import KINDS, Changes, compare, read_data
from server.releases.release import Release
from server.releases.service import Service
from server.sparql.protocol import render_entry

TEXT = Format("text", ("text/plain",), ".txt", "", frozenset(), "text")
OFFERS = (JSON, TEXT, HTML)
FRESH = ("Cache-Control", "public, max-age=300, must-revalidate")
SPAN = re.compile(r"([0-9A-Za-z.+-]+?)\.\.([0-9A-Za-z+-][0-9A-Za-z.+-]*)")
KEPT_SPANS = 8

Drawer = Callable[[str, str, "Changes"], str]


@dataclass(frozen=True)
class History:
    """Answer below /changes/; ``draw`` makes the page of the changes between two releases."""

    service: Service
    draw: Drawer
    kept: Kept[tuple[str, str], Changes] = field(default_factory=lambda: Kept(KEPT_SPANS))

    def answer(self, request: Request, path: str) -> Reply:
        """Return the changes of a span like 1.0.0..1.1.0, or its triples added or removed.

        Raises:
            ProblemError: a release is not kept here, or there is nothing at the path.
        """
        if not path:
            return self._answer_list()
        span, _, file = path.partition("/")
        match = SPAN.fullmatch(span)
        if match is None or file not in ("", "added.nt", "removed.nt"):
            raise ProblemError(
                404,
                "There is nothing at this address.",
                hint="Two releases are joined by two points: /changes/1.0.0..1.1.0",
                releases=self._list_versions(),
            )
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

    def _answer_list(self) -> Reply:
        """Return the spans from each release to the next; to the only one there is none."""
        versions = self._list_versions()
        site = self.service.site
        spans = [
            {"from": before, "to": after, "href": f"{site}/changes/{before}..{after}"}
            for after, before in pairwise(versions)
        ]
        body = (json.dumps({"releases": versions, "changes": spans}, indent=2) + "\n").encode()
        return self._finish(body, choose(JSON), is_negotiated=False)

    def _compare(self, before: Release, after: Release) -> Changes:
        old, new = (_read(release) for release in (before, after))
        return compare(old, new, self.service.ontology)

    def _render(self, before: Release, after: Release, changes: Changes, choice: Choice) -> bytes:
        if choice.format is HTML:
            return self.draw(before.version, after.version, changes).encode()
        if choice.format is TEXT:
            return write_text(before.version, after.version, changes).encode()
        address = f"{self.service.site}/changes/{before.version}..{after.version}"
        document: dict[str, Any] = {
            "from": before.version,
            "to": after.version,
            "changes": [asdict(change) for change in changes.changes],
            "added": {"triples": len(changes.added), "href": f"{address}/added.nt"},
            "removed": {"triples": len(changes.removed), "href": f"{address}/removed.nt"},
        }
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _read(release: Release) -> frozenset[Any]:
    raw = release.files["graph.nq"].file.read_all()
    return read_data(parse(raw, format=RdfFormat.N_QUADS), release.base)


def write_text(before: str, after: str, changes: Changes) -> str:
    """Return the changes in words, by kind."""
    lines = [f"From {before} to {after}"]
    for kind, title in KINDS.items():
        found = [change for change in changes.changes if change.kind == kind]
        if found:
            lines += ["", f"{title} ({len(found)})"]
            lines += [f"- {change.sentence} <{change.iri}>" for change in found]
    lines += ["", f"{len(changes.added)} triples added, {len(changes.removed)} removed."]
    return "\n".join(lines) + "\n"


def group(changes: Changes) -> list[tuple[str, list[Any]]]:
    """Return the changes by the title of their kind, for a page."""
    return [
        (title, found)
        for kind, title in KINDS.items()
        if (found := [change for change in changes.changes if change.kind == kind])
    ]
