"""Resolve an IRI: 303 to a document by Accept, the document itself, or a 404 that helps."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from server.formats import BY_NAME, HTML, Format, find_formats
from server.http.cache import make_entry
from server.http.errors import ProblemError, refuse_formats
from server.http.kept import Kept
from server.http.messages import FRESH, EncodingError, Reply, Request, redirect
from server.http.negotiate import Choice, choose, negotiate
from server.linked.card import Card, read_card
from server.linked.signposting import Link, list_document, list_thing, write_header
from server.lookup.descriptions import DOCUMENTS, Description, describe, find_document, is_described
from server.lookup.things import Things, find_nearest, find_variant, list_gone, read_things
from server.releases.graphs import render_graph
from server.releases.service import Service
from server.sparql.graphstore import render_named_graph
from server.sparql.protocol import render_entry

# Machines get Turtle where they do not say what they like; browsers always say.
OFFERS: tuple[Format, ...] = (*DOCUMENTS[1:], HTML)
GRAPH_OFFERS: tuple[Format, ...] = (*find_formats("graph"), HTML)
SUFFIXES = {found.suffix: found for found in (*DOCUMENTS, BY_NAME["nq"])}
KEPT_DESCRIPTIONS = 64

_PATH = re.compile(r"[^\x00-\x20<>\"{}|\\^`\x7f]{1,500}")

Drawer = Callable[[Description], str]


@dataclass(frozen=True)
class Resolver:
    """Resolve the paths of one release; ``draw`` makes the page of a description."""

    service: Service
    draw: Drawer
    kept: Kept[tuple[str, int], Description | None] = field(
        default_factory=lambda: Kept(KEPT_DESCRIPTIONS)
    )

    @cached_property
    def things(self) -> Things:
        """Return the things of the release, read once."""
        return read_things(self.service)

    @cached_property
    def gone(self) -> Mapping[str, str]:
        """Return the last version of each thing that earlier releases describe, read once."""
        return list_gone(self.service)

    @cached_property
    def card(self) -> Card:
        """Return what the dataset says of itself, read once."""
        return read_card(self.service.release)

    def find_iri(self, path: str) -> str | None:
        """Return the IRI of the thing at a path, or None if there is none."""
        if path in self.things.iris or self.things.is_complete:
            return self.things.iris.get(path)
        release = self.service.release
        for start in dict.fromkeys((release.base, release.vocabulary)):
            if is_described(start + path, self.service):
                return start + path
        return None

    def answer(self, request: Request, path: str) -> Reply:
        """Return the reply for a path below the site.

        Raises:
            ProblemError: there is nothing there, or nothing that the client takes.
        """
        if not _PATH.fullmatch(path):
            raise ProblemError(404, "There is nothing at this address.")
        iri = self.find_iri(path)
        if iri is not None:
            self.refuse_withdrawn(iri)
            return self._answer_thing(request, iri)
        stem, format_ = split_suffix(path)
        iri = self.find_iri(stem) if format_ else None
        if iri is not None and format_ is not None and path.endswith(format_.suffix):
            self.refuse_withdrawn(iri)
            return self.answer_document(request, iri, format_)
        return self._answer_miss(request, path)

    def _answer_thing(self, request: Request, iri: str) -> Reply:
        """Return a 303 to a document; a named graph itself where RDF is asked for."""
        is_graph = iri in self.service.graphs
        offers = GRAPH_OFFERS if is_graph else OFFERS
        choice = negotiate(request.accept, offers)
        links = self.list_links(iri, offers)
        if choice is None:
            listed = [
                (offer.media_type, find_document(iri, offer.suffix, 1, self.service))
                for offer in offers
            ]
            raise refuse_formats(listed, f"<{iri}>")
        address = find_document(iri, choice.format.suffix, 1, self.service)
        if is_graph and choice.format is not HTML:
            reply = render_named_graph(iri, choice, self.service)
            own = list_document(iri, self.service, self.card)
            place = ("Content-Location", address)
            return reply.add([FRESH, place, write_header([*own, *links])])
        return Reply(
            303,
            f"<{iri}> is described at {address}\n".encode(),
            "text/plain; charset=utf-8",
            (("Location", address), ("Vary", "Accept"), FRESH, write_header(links)),
        )

    def answer_document(self, request: Request, iri: str, format_: Format) -> Reply:
        """Return one page of the description of a thing in one format."""
        choice = choose(format_)
        if iri in self.service.graphs and format_ is not HTML:
            reply = render_named_graph(iri, choice, self.service)
            page = 1
        else:
            page = read_page(request)
            reply = self._render(iri, page, choice)
        address = find_document(iri, format_.suffix, page, self.service)
        list_own = list_thing if format_ is HTML else list_document
        links = list_own(iri, self.service, self.card)
        links += self.list_links(iri, OFFERS, page, is_document=True)
        return reply.add([FRESH, ("Content-Location", address), write_header(links)])

    def _render(self, iri: str, page: int, choice: Choice) -> Reply:
        key = ("document", iri, page, choice.format.name)
        entry = self.service.cache.find(key)
        if entry is None:
            description = self.find_description(iri, page)
            if description is None:
                raise ProblemError(404, f"The description of <{iri}> has no page {page}.")
            if choice.format is HTML:
                body = self.draw(description).encode()
            else:
                names = self.service.names
                body = render_graph(description.triples, choice.format, names, first=iri)
            entry = self.service.cache.keep(make_entry(key, body))
        return render_entry(entry, choice, self.service, vary=False)

    def find_description(self, iri: str, page: int) -> Description | None:
        """Return a page of the description of a thing; the last ones are kept."""
        return self.kept.find((iri, page), lambda: describe(iri, page, self.service))

    def list_links(
        self, iri: str, offers: tuple[Format, ...], page: int = 1, *, is_document: bool = False
    ) -> list[Link]:
        """Return the links from a thing or from a document on it to its documents.

        Source: https://www.rfc-editor.org/rfc/rfc8288#section-3
        """
        links = [
            Link("", "alternate", find_document(iri, o.suffix, page, self.service), o.media_type)
            for o in offers
        ]
        if is_document:
            page_address = find_document(iri, HTML.suffix, page, self.service)
            links += [Link("", "canonical", page_address), Link("", "describes", iri)]
        return links

    def refuse_withdrawn(self, iri: str) -> None:
        """Raise the 410 of a thing that was withdrawn, with the reason."""
        if iri in self.things.withdrawn:
            reason = self.things.withdrawn[iri] or "No reason was recorded."
            raise ProblemError(410, f"<{iri}> was withdrawn. {reason}")

    def tell_gone(self, path: str) -> ProblemError:
        """Return what to say of a thing that only earlier releases describe."""
        site, last, now = self.service.site, self.gone[path], self.service.release.version
        return ProblemError(
            410,
            f"The thing at this address was in release {last} and is not in {now}. "
            "No reason was recorded.",
            earlier=[
                {"href": f"{site}/dumps/{last}/", "title": f"Release {last}"},
                {"href": f"{site}/changes/{last}..{now}", "title": f"Changes from {last} to {now}"},
            ],
        )

    def _answer_miss(self, request: Request, path: str) -> Reply:
        """Return a redirect for a misspelt path; where there is none, raise a 404 that helps."""
        site = self.service.site
        stem, format_ = split_suffix(path.rstrip("/"))
        is_here = self.find_iri(stem) is not None
        if not is_here and stem in self.gone:
            raise self.tell_gone(stem)
        variant = stem if is_here else find_variant(stem, self.things)
        right = f"{variant}{format_.suffix if format_ else ''}"
        if variant is not None and right != path:
            query = f"?{request.query}" if request.query else ""
            return redirect(f"{site}/{right}{query}", 301, [FRESH])
        nearest = [
            {"href": f"{site}/{found}", "title": self.things.labels.get(found) or found}
            for found in find_nearest(stem, self.things)
        ]
        raise ProblemError(
            404,
            "There is nothing at this address.",
            hint="The nearest things are listed; everything else can be asked for in SPARQL."
            if nearest
            else "Everything that there is can be asked for in SPARQL.",
            nearest=nearest,
            sparql=self.service.endpoint,
        )


def split_suffix(path: str) -> tuple[str, Format | None]:
    """Return a path without the suffix of a document, and the format that it names in any case.

    >>> split_suffix("article/4.8"), split_suffix("party/FRA.nt")[0]
    (('article/4.8', None), 'party/FRA')
    """
    stem, dot, suffix = path.rpartition(".")
    format_ = SUFFIXES.get(dot + suffix.lower())
    return (stem, format_) if format_ and stem else (path, None)


def read_page(request: Request) -> int:
    """Return the page that a request asks for, from 1."""
    try:
        values = [value for name, value in request.read_parameters() if name == "page"]
    except EncodingError as error:
        raise ProblemError(400, str(error)) from error
    if not values:
        return 1
    if not re.fullmatch(r"[1-9][0-9]{0,5}", values[0]):
        raise ProblemError(404, f"Pages are numbered from 1; there is no page {values[0]!r}.")
    return int(values[0])
