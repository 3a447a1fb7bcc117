"""Serve the files of a release: whole, in parts, and a list of them.

Source: https://www.rfc-editor.org/rfc/rfc9110#section-14
"""

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

_RANGE = re.compile(r"bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*", re.IGNORECASE)

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
            ProblemError: there is no such release or file, or no such part of it.
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
        file = find_file(name, release)
        if file is None:
            raise ProblemError(
                404,
                f"Release {version} has no file {name!r}.",
                files=sorted(release.files),
            )
        return self._answer_file(request, file, release)

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

    def _answer_file(self, request: Request, file: DumpFile, release: Release) -> Reply:
        """Return a file or the part that the client asks for."""
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
        reply = Reply(
            200,
            Part(file.file, 0, file.size),
            find_content_type(file.name),
            tuple(header for header in headers if header[1]),
            tag=file.sha256,
        )
        return cut(request, reply, file)


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


def cut(request: Request, reply: Reply, file: DumpFile) -> Reply:
    """Return the part of a file that a client asks for, or the whole where it asks for none.

    Several ranges in one request are answered with the whole, as the specification allows.

    Raises:
        ProblemError: the part lies outside the file.
    """
    match = _RANGE.fullmatch(request.headers.get("range", ""))
    if request.method != "GET" or not match or not (match[1] or match[2]):
        return reply
    condition = request.headers.get("if-range")
    modified = dict(reply.headers).get("Last-Modified")
    if condition is not None and condition.strip() not in {f'"{reply.tag}"', modified}:
        return reply
    if "if-none-match" in request.headers and _is_held(request, reply):
        return reply
    if match[1]:
        start, end = int(match[1]), min(int(match[2] or file.size), file.size - 1)
        if match[2] and int(match[2]) < start:
            return reply
    else:
        start, end = max(0, file.size - int(match[2])), file.size - 1
    if start > end or start >= file.size:
        raise ProblemError(
            416,
            f"The file has {file.size} bytes.",
            headers=[("Content-Range", f"bytes */{file.size}"), ("Accept-Ranges", "bytes")],
        )
    part = Part(reply.body.file, start, end - start + 1) if isinstance(reply.body, Part) else b""
    headers = (*reply.headers, ("Content-Range", f"bytes {start}-{end}/{file.size}"))
    return Reply(206, part, reply.content_type, headers, reply.tag)


def _is_held(request: Request, reply: Reply) -> bool:
    known = request.headers["if-none-match"]
    return known.strip() == "*" or f'"{reply.tag}"' in known
