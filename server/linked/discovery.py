"""Answer at the addresses where machines look first: what there is, and where.

Every form of the description is made from the same card, so that none contradicts another.

Source: https://www.w3.org/TR/void/#well-known, https://www.rfc-editor.org/rfc/rfc9727
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from server.formats import HTML, JSON, Format
from server.http.cache import make_entry
from server.http.errors import ProblemError, refuse_formats
from server.http.messages import FRESH, EncodingError, Reply, Request, redirect
from server.http.negotiate import Choice, choose, negotiate
from server.linked.card import Card
from server.linked.listing import describe_list
from server.linked.openapi import render_openapi
from server.linked.resolve import OFFERS, SUFFIXES, Resolver
from server.linked.schemaorg import render_document
from server.linked.signposting import (
    LINKSET,
    LINKSET_TEXT,
    Link,
    list_all,
    list_home,
    render_json,
    render_text,
    write_header,
)
from server.linked.texts import (
    MOST_ADDRESSES,
    list_addresses,
    render_citation,
    render_llms,
    render_robots,
    render_sitemap,
    render_sitemap_index,
)
from server.lookup.descriptions import DOCUMENTS
from server.releases.graphs import render_graph
from server.releases.service import Service
from server.sparql.protocol import render_entry

CATALOG_PROFILE = "https://www.rfc-editor.org/info/rfc9727"
LINKSETS = (
    Format("linkset", (LINKSET, "application/json"), ".json", "", frozenset(), "links as JSON"),
    Format("links", (LINKSET_TEXT,), ".txt", "", frozenset(), "links as headers have them"),
)
LONG = ("Cache-Control", "public, max-age=86400")

Routes = Sequence[tuple[str, str, frozenset[str]]]


@dataclass(frozen=True)
class Discovery:
    """Answer what describes one release."""

    service: Service
    resolver: Resolver

    @property
    def card(self) -> Card:
        """Return what the dataset says of itself."""
        return self.resolver.card

    def answer_description(self, request: Request, name: str, suffix: str) -> Reply:
        """Return the whole description or the catalogue, in the format asked for.

        Raises:
            ProblemError: the format is not to be had.
        """
        if suffix:
            format_ = SUFFIXES.get(f".{suffix}")
            if format_ is None or format_ not in DOCUMENTS:
                raise ProblemError(404, "There is nothing at this address.")
            choice = choose(format_)
        else:
            found = negotiate(request.accept, OFFERS)
            if found is None:
                listed = [(o.media_type, self._find(name, o.suffix)) for o in OFFERS]
                raise refuse_formats(listed, "The description")
            choice = found
        if choice.format is HTML:
            iri = self.service.release.base + name
            if self.resolver.find_iri(name) is None:
                iri = self.service.release.dataset
            reply = self.resolver.answer_document(request, iri, HTML)
            return reply if suffix else reply.add([("Vary", "Accept")])
        return self._answer_graph(name, choice, is_negotiated=not suffix)

    def _find(self, name: str, suffix: str) -> str:
        return f"{self.service.site}/{name}{suffix}"

    def _answer_graph(self, name: str, choice: Choice, *, is_negotiated: bool) -> Reply:
        release = self.service.release
        triples = release.catalogue if name == "catalogue" else release.void
        if not triples:
            raise ProblemError(404, f"This release has no {name}.")
        if name == "catalogue":
            triples = describe_list(self.service, release)

        def render() -> bytes:
            return render_graph(triples, choice.format, self.service.names, release.dataset)

        reply = self._keep((name, choice.format.name), choice, render, is_negotiated)
        links = [Link("", "alternate", self._find(name, o.suffix), o.media_type) for o in DOCUMENTS]
        links += [Link("", "describes", release.dataset), Link("", "license", release.licence)]
        place = ("Content-Location", self._find(name, choice.format.suffix))
        return reply.add([FRESH, place, write_header(links)])

    def _keep(
        self, key: object, choice: Choice, render: Callable[[], bytes], is_negotiated: bool = False
    ) -> Reply:
        """Return what is rendered once a release, from the cache."""
        entry = self.service.cache.find(key)
        if entry is None:
            entry = self.service.cache.keep(make_entry(key, render()))
        return render_entry(entry, choice, self.service, vary=is_negotiated)

    def _answer_text(
        self, name: str, media_type: str, render: Callable[[], bytes], suffix: str = ""
    ) -> Reply:
        format_ = Format(name, (media_type,), suffix, "", frozenset(), name)
        reply = self._keep(("text", name), choose(format_), render)
        is_text = media_type.startswith("text/") or media_type.endswith("/xml")
        content_type = f"{media_type}; charset=utf-8" if is_text else media_type
        return Reply(
            reply.status, reply.body, content_type, (FRESH,), tag=reply.tag, pack=reply.pack
        )

    def answer_linkset(self, request: Request, suffix: str) -> Reply:
        """Return the typed links of the dataset, or of the thing that the request names.

        Raises:
            ProblemError: there is no such thing, or not any more.
        """
        choice = self._choose_linkset(request, suffix)
        path = read_parameter(request, "of")
        iri = self.resolver.find_iri(path) if path else self.service.release.dataset
        if iri is None and path in self.resolver.gone:
            raise self.resolver.tell_gone(path)
        if iri is None or (path and not iri.startswith(self.service.release.base)):
            raise ProblemError(404, f"There is no thing {path!r}.")
        self.resolver.refuse_withdrawn(iri)
        links = list_all(path, self.service, self.card)
        render = render_json if choice.format is LINKSETS[0] else render_text
        entry = make_entry("linkset", render(links))
        reply = render_entry(entry, choice, self.service, vary=not suffix)
        return reply.add([FRESH])

    def _choose_linkset(self, request: Request, suffix: str) -> Choice:
        if suffix:
            found = [choose(each) for each in LINKSETS if each.suffix == f".{suffix}"]
            if not found:
                raise ProblemError(404, "There is nothing at this address.")
            return found[0]
        choice = negotiate(request.accept, LINKSETS)
        if choice is None:
            raise refuse_formats([(each.media_type, "") for each in LINKSETS], "The links")
        return choice

    def answer_catalog(self) -> Reply:
        """Return the interfaces of the server, each with what describes it."""
        address = f"{self.service.site}/.well-known/api-catalog"
        body = render_json(list_interfaces(self.service))
        tag = make_entry("api-catalog", body).digest
        link = write_header([Link("", "api-catalog", address, LINKSET)])
        return Reply(200, body, f'{LINKSET}; profile="{CATALOG_PROFILE}"', (FRESH, link), tag=tag)

    def answer_sitemap(self, request: Request) -> Reply:
        """Return every page of the site; in parts where they are too many for one file."""
        addresses = self._list_addresses()
        issued = self.service.release.issued
        part = read_parameter(request, "part") if len(addresses) > MOST_ADDRESSES else "1"
        if not part:
            body = render_sitemap_index(len(addresses), issued, self.service)
            return self._answer_text("sitemap-index", "application/xml", lambda: body)
        start = (int(part) - 1) * MOST_ADDRESSES if part.isdecimal() and len(part) < 6 else -1
        found = addresses[start : start + MOST_ADDRESSES] if start >= 0 else []
        if not found:
            raise ProblemError(404, f"The map has no part {part!r}.")
        return self._answer_text(
            f"sitemap-{part}", "application/xml", lambda: render_sitemap(found, issued)
        )

    def _list_addresses(self) -> list[str]:
        things = self.resolver.things
        here = (f"dumps/{self.service.release.version}/", "sparql")
        paths = [
            path
            for path in things.paths
            if things.iris[path] not in things.withdrawn and not path.startswith(here)
        ]
        return list_addresses(paths, self.service)

    def answer_text(self, name: str) -> Reply:
        """Return one of the texts that are made from the card alone."""
        service, card = self.service, self.card
        media_type, render = {
            "schema": ("application/ld+json", lambda: render_document(card)),
            "robots": ("text/plain", lambda: render_robots(service)),
            "llms": ("text/markdown", lambda: render_llms(service, card)),
            "citation": ("application/yaml", lambda: render_citation(card)),
        }[name]
        reply = self._answer_text(name, media_type, render)
        if name == "robots":
            return reply
        return reply.add([("Link", f'<{service.release.dataset}>; rel="describes"')])

    def answer_openapi(self, routes: Routes) -> Reply:
        """Return the description of every address in OpenAPI."""
        return self._answer_text(
            "openapi", JSON.media_type, lambda: render_openapi(routes, self.service, self.card)
        )

    def list_home_links(self) -> Iterable[tuple[str, str]]:
        """Return the header Link of the front page."""
        return [write_header(list_home(self.service, self.card))]


def list_interfaces(service: Service) -> list[Link]:
    """Return the links of the catalogue of interfaces (RFC 9727, FAIRiCat)."""
    site = service.site
    openapi = (f"{site}/openapi.json", "application/json")
    page = HTML.media_type
    described = {
        f"{site}/sparql": [("service-desc", f"{site}/sparql", "text/turtle")],
        f"{site}/graphs": [],
        f"{site}/dumps/": [("service-desc", f"{site}/catalogue.ttl", "text/turtle")],
        f"{site}/linkset": [],
        f"{site}/": [("service-desc", f"{site}/void.ttl", "text/turtle")],
    }
    pages = {f"{site}/sparql": f"{site}/sparql", f"{site}/dumps/": f"{site}/dumps/"}
    catalog = f"{site}/.well-known/api-catalog"
    links = [Link(catalog, "item", anchor) for anchor in described]
    for anchor, found in described.items():
        links += [Link(anchor, *each) for each in found]
        links.append(Link(anchor, "service-desc", *openapi))
        links.append(Link(anchor, "service-doc", pages.get(anchor, f"{site}/"), page))
        links.append(Link(anchor, "service-meta", f"{site}/health", "application/json"))
    return links


def read_parameter(request: Request, name: str) -> str:
    """Return the value of a parameter of the address, "" where there is none."""
    try:
        return next((value for key, value in request.read_parameters() if key == name), "")
    except EncodingError as error:
        raise ProblemError(400, str(error)) from error


def find_well_known(now: Discovery) -> Reply:
    """Return the redirect from where machines look to where the description is."""
    return redirect(f"{now.service.site}/void", 302, [LONG])


# Rule, name and answer of each address here.
ADDRESSES: tuple[tuple[str, str, Callable[[Discovery, Request, str], Reply]], ...] = (
    ("/void", "void", lambda now, asked, _: now.answer_description(asked, "void", "")),
    (
        "/void.<path>",
        "void-document",
        lambda now, asked, path: now.answer_description(asked, "void", path),
    ),
    (
        "/catalogue",
        "catalogue",
        lambda now, asked, _: now.answer_description(asked, "catalogue", ""),
    ),
    (
        "/catalogue.<path>",
        "catalogue-document",
        lambda now, asked, path: now.answer_description(asked, "catalogue", path),
    ),
    ("/.well-known/void", "well-known-void", lambda now, _, __: find_well_known(now)),
    ("/.well-known/api-catalog", "api-catalog", lambda now, _, __: now.answer_catalog()),
    ("/linkset", "linkset", lambda now, asked, _: now.answer_linkset(asked, "")),
    (
        "/linkset.<path>",
        "linkset-document",
        lambda now, asked, path: now.answer_linkset(asked, path),
    ),
    ("/sitemap.xml", "sitemap", lambda now, asked, _: now.answer_sitemap(asked)),
    ("/schema.jsonld", "schema", lambda now, _, __: now.answer_text("schema")),
    ("/robots.txt", "robots", lambda now, _, __: now.answer_text("robots")),
    ("/llms.txt", "llms", lambda now, _, __: now.answer_text("llms")),
    ("/CITATION.cff", "citation", lambda now, _, __: now.answer_text("citation")),
)
