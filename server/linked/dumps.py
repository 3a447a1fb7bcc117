"""Serve the files of a release, and a list of them."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from server.formats import HTML, JSON, Format, find_formats
from server.http.cache import make_entry
from server.http.errors import ProblemError, refuse_formats
from server.http.kept import Kept
from server.http.messages import FRESH, Part, Reply, Request, redirect
from server.http.negotiate import Choice, negotiate
from server.linked.card import Card, read_card
from server.linked.listing import (
    Download,
    NamedGraph,
    describe_list,
    find_content_type,
    list_downloads,
    list_graphs,
    list_releases,
    render_list,
)
from server.linked.signposting import list_file, list_versions, write_header
from server.releases.graphs import render_graph
from server.releases.release import SUMS, DumpFile, Release
from server.releases.service import Service
from server.sparql.protocol import render_entry

LIST_OFFERS: tuple[Format, ...] = (JSON, *find_formats("graph"), HTML)
IMMUTABLE = ("Cache-Control", "public, max-age=31536000, immutable")

KEPT_CARDS = 8

Groups = list[tuple[str, list[Download]]]


@dataclass(frozen=True)
class Dumps:
    """Serve the files of the releases that are kept; ``draw`` makes the page of a list."""

    service: Service
    draw: Callable[[Release, Groups, list[NamedGraph]], str]
    cards: Kept[str, Card] = field(default_factory=lambda: Kept(KEPT_CARDS))

    def answer(self, request: Request, path: str) -> Reply:
        """Return the reply for a path below /dumps/.

        Raises:
            ProblemError: there is no such release or file.
        """
        version, _, name = path.partition("/")
        release = self.service.release
        if version == "latest":
            address = f"{self.service.site}/dumps/{release.version}/{name}"
            return redirect(address, 302, [("Cache-Control", "no-cache")])
        if version:
            release = self._find_release(version)
        if not name:
            return self._answer_list(request, path, release)
        file = find_file(name.rstrip("/"), release)
        if file is None:
            raise ProblemError(
                404,
                f"Release {version} has no file {name!r}.",
                files=sorted(release.files),
            )
        if file.name != name:
            address = f"{self.service.site}/dumps/{version}/{file.name}"
            return redirect(address, 301, [FRESH])
        return self._answer_file(file, release)

    def _find_release(self, version: str) -> Release:
        for release in self.service.release.lineage:
            if release.version == version:
                return release
        raise ProblemError(
            404,
            f"There is no release {version!r}.",
            releases=[each.href for each in list_releases(self.service)],
        )

    def _answer_list(self, request: Request, path: str, release: Release) -> Reply:
        service = self.service
        if path and not path.endswith("/"):
            return redirect(f"{service.site}/dumps/{path}/", 301, [FRESH])
        choice = negotiate(request.accept, LIST_OFFERS)
        if choice is None:
            raise refuse_formats([(offer.media_type, "") for offer in LIST_OFFERS], "The list")
        key = ("dumps", release.version, choice.format.name)
        entry = service.cache.find(key)
        if entry is None:
            entry = service.cache.keep(make_entry(key, self._render_list(choice, release)))
        links = list_versions("", release.version, service) if path else []
        headers = [FRESH, write_header(links)] if links else [FRESH]
        return render_entry(entry, choice, service).add(headers)

    def _render_list(self, choice: Choice, release: Release) -> bytes:
        if choice.format is JSON:
            return render_list(self.service, release)
        if choice.format is HTML:
            graphs = list_graphs(self.service) if release is self.service.release else []
            return self.draw(release, list_downloads(self.service, release), graphs).encode()
        triples = describe_list(self.service, release)
        return render_graph(triples, choice.format, self.service.names, release.dataset)

    def _answer_file(self, file: DumpFile, release: Release) -> Reply:
        """Return a whole file."""
        path = f"dumps/{release.version}/{file.name}"
        card = self.cards.find(release.key, lambda: read_card(release))
        licences = {found.path: found.licence for found in card.files}
        licence = licences.get(path, release.licence)
        headers = [
            IMMUTABLE,
            ("Accept-Ranges", "bytes"),
            ("Last-Modified", find_date(release.issued)),
            ("Content-Disposition", f'attachment; filename="{find_name(file, release)}"'),
            write_header(list_file(path, licence, self.service, card)),
        ]
        if file.sha256:
            digest = base64.b64encode(bytes.fromhex(file.sha256)).decode()
            headers.append(("Repr-Digest", f"sha-256=:{digest}:"))
        return Reply(
            200,
            Part(file.file, 0, file.size),
            find_content_type(file.name),
            tuple(header for header in headers if header[1]),
            tag=file.sha256,
        )


def find_file(name: str, release: Release) -> DumpFile | None:
    """Return a file of a release by name; only those that SHA256SUMS names are served."""
    return release.sums if name == SUMS else release.files.get(name)


def find_name(file: DumpFile, release: Release) -> str:
    """Return the name under which a file is saved: what it is, and of which release."""
    slug = re.sub(r"[^a-z0-9]+", "-", release.title.lower()).strip("-")
    return f"{slug}-{release.version}-{file.name}"


def find_date(issued: str) -> str:
    """Return a date as HTTP writes it, or "" where it is none."""
    try:
        return format_datetime(datetime.fromisoformat(issued).replace(tzinfo=UTC), usegmt=True)
    except ValueError:
        return ""
