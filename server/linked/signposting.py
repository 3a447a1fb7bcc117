"""Say in links what a machine finds where: FAIR Signposting, on each answer and as a set.

Source: https://signposting.org/FAIR/, https://www.rfc-editor.org/rfc/rfc9264
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from server.formats import HTML
from server.linked.card import Card
from server.linked.listing import find_previous
from server.lookup.descriptions import DOCUMENTS, find_document
from server.releases.release import SUMS
from server.releases.service import Service

ABOUT_PAGE = "https://schema.org/AboutPage"
DATASET = "https://schema.org/Dataset"
LINKSET = "application/linkset+json"
LINKSET_TEXT = "application/linkset"


@dataclass(frozen=True)
class Link:
    """Hold one link from ``anchor``; what it leads to has ``media_type`` where that is known."""

    anchor: str
    relation: str
    target: str
    media_type: str = ""

    def write(self, *, with_anchor: bool = False) -> str:
        """Return the link as the header Link has it."""
        parts = [f"<{self.target}>", f'rel="{self.relation}"']
        parts += [f'type="{self.media_type}"'] if self.media_type else []
        parts += [f'anchor="{self.anchor}"'] if with_anchor else []
        return "; ".join(parts)


def find_linkset(service: Service, path: str = "") -> str:
    """Return the address of the links of a thing; without a path, those of the dataset."""
    return f"{service.site}/linkset" + (f"?of={path}" if path else "")


def list_home(service: Service, card: Card) -> list[Link]:
    """Return the links of the front page, whose persistent address is the base."""
    home = f"{service.site}/"
    links = [
        Link(home, "cite-as", card.base),
        Link(home, "api-catalog", f"{service.site}/.well-known/api-catalog", LINKSET),
        Link(home, "describedby", f"{service.site}/schema.jsonld", "application/ld+json"),
    ]
    return links + _list_dataset(home, service, card)


def list_thing(iri: str, service: Service, card: Card) -> list[Link]:
    """Return the links of the page on a thing."""
    page = find_document(iri, HTML.suffix, 1, service)
    links = [Link(page, "cite-as", iri)]
    if iri == card.dataset:
        return links + _list_dataset(page, service, card)
    return [
        *links,
        Link(page, "type", ABOUT_PAGE),
        *_list_metadata(page, iri, service),
        Link(page, "collection", _find_page(service, card), HTML.media_type),
        _find_licence(page, iri, card),
        *_list_linksets(page, service, service.find_path(iri) or ""),
    ]


def _list_dataset(page: str, service: Service, card: Card) -> list[Link]:
    author = [Link(page, "author", card.publisher)] if card.publisher else []
    return [
        Link(page, "type", ABOUT_PAGE),
        Link(page, "type", DATASET),
        *author,
        Link(page, "license", card.licence),
        *_list_metadata(page, card.dataset, service),
        *(Link(page, "item", f"{service.site}/{f.path}", f.media_type) for f in card.whole),
        *_list_linksets(page, service),
    ]


def _list_metadata(page: str, iri: str, service: Service) -> Iterator[Link]:
    for form in DOCUMENTS[1:]:
        yield Link(
            page, "describedby", find_document(iri, form.suffix, 1, service), form.media_type
        )


def _list_linksets(page: str, service: Service, path: str = "") -> list[Link]:
    address = find_linkset(service, path)
    return [Link(page, "linkset", address, kind) for kind in (LINKSET, LINKSET_TEXT)]


def list_document(iri: str, service: Service, card: Card) -> list[Link]:
    """Return the links of one document in RDF on a thing: its licence, and where all links are."""
    path = "" if iri == card.dataset else service.find_path(iri) or ""
    return [_find_licence("", iri, card), *_list_linksets("", service, path)]


def list_metadata(iri: str, service: Service, card: Card) -> list[Link]:
    """Return the links of each document in RDF on a thing: what it describes, and its licence."""
    documents = [find_document(iri, form.suffix, 1, service) for form in DOCUMENTS[1:]]
    return [
        link
        for document in documents
        for link in (Link(document, "describes", iri), _find_licence(document, iri, card))
    ]


def _find_licence(anchor: str, iri: str, card: Card) -> Link:
    """Return the link to the licence of what is said of a thing: a named graph has its own."""
    return Link(anchor, "license", card.licences.get(iri, card.licence))


def list_file(path: str, licence: str, service: Service, card: Card) -> list[Link]:
    """Return the links of a file of a release; the list of an earlier one is its own."""
    file = f"{service.site}/{path}"
    page, catalogue = _find_page(service, card), f"{service.site}/catalogue.ttl"
    if card.version != service.release.version:
        page = catalogue = f"{service.site}/dumps/{card.version}/"
    return [
        *list_versions(path.rpartition("/")[2], card.version, service),
        Link(file, "collection", page, HTML.media_type),
        Link(file, "license", licence),
        Link(file, "describedby", catalogue, "text/turtle"),
        *_list_linksets(file, service),
    ]


def list_versions(name: str, version: str, service: Service) -> list[Link]:
    """Return the link from a file of a release to the one before it; "" is the list of files.

    Source: https://www.rfc-editor.org/rfc/rfc5829#section-3.4
    """
    before = find_previous(version, service)
    if before is None or name not in {"", SUMS, *before.files}:
        return []
    dumps = f"{service.site}/dumps"
    target = f"{dumps}/{before.version}/{name}"
    return [Link(f"{dumps}/{version}/{name}", "predecessor-version", target)]


def _find_page(service: Service, card: Card) -> str:
    return find_document(card.dataset, HTML.suffix, 1, service)


def list_all(path: str, service: Service, card: Card) -> list[Link]:
    """Return the links of a thing and of its documents; without a path those of the dataset.

    The set itself is no part of what it tells.
    """
    iri = f"{card.base}{path}" if path else card.dataset
    links = [*list_thing(iri, service, card), *list_metadata(iri, service, card)]
    if not path:
        links += list_home(service, card)
        for file in card.files:
            links += list_file(file.path, file.licence, service, card)
    return [link for link in links if link.relation != "linkset"]


def render_json(links: Iterable[Link]) -> bytes:
    """Return links as JSON, one object for each origin."""
    origins: dict[str, dict[str, list[Mapping[str, str]]]] = {}
    for link in links:
        target = {"href": link.target}
        if link.media_type:
            target["type"] = link.media_type
        origins.setdefault(link.anchor, {}).setdefault(link.relation, []).append(target)
    document = {"linkset": [{"anchor": anchor, **found} for anchor, found in origins.items()]}
    return (json.dumps(document, indent=2) + "\n").encode()


def render_text(links: Iterable[Link]) -> bytes:
    """Return links as the header Link has them, each with its origin."""
    return (",\n".join(link.write(with_anchor=True) for link in links) + "\n").encode()


def write_header(links: Iterable[Link]) -> tuple[str, str]:
    """Return links as one header."""
    return "Link", ", ".join(link.write() for link in links)
