"""Every IRI resolves, in every format, and every link leads somewhere."""

from __future__ import annotations

import http.client
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from tests.http_fixtures import Found
from tests.local_release import Place

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "rdf": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
}
# What is no document on a thing, though it is named in the data.
APART = ("dumps/", "sparql", "void", "catalogue")


@dataclass
class Client:
    """Ask a server over one connection, and remember what was named where."""

    place: Place
    named: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.place.port, timeout=30)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def ask(self, target: str, method: str = "GET", accept: str = "*/*") -> Found:
        self.connection.request(method, target, headers={"Accept": accept})
        reply = self.connection.getresponse()
        headers = {name.lower(): value for name, value in reply.getheaders()}
        return Found(reply.status, headers, reply.read())

    def name(self, addresses: Iterator[str], where: str) -> None:
        for address in addresses:
            target = urldefrag(address).url
            if target.startswith(self.place.base):
                self.named.setdefault(target.removeprefix(self.place.site), where)


class Hrefs(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.found.append(value)


def read_links(page: bytes, address: str) -> Iterator[str]:
    parser = Hrefs()
    parser.feed(page.decode())
    for href in parser.found:
        yield urljoin(address, href)


def list_iris(triples: set[Triple]) -> Iterator[str]:
    for triple in triples:
        for term in (triple.subject, triple.predicate, triple.object):
            if isinstance(term, NamedNode):
                yield term.value


@pytest.mark.slow
def test_every_thing_resolves_and_says_the_same(place: Place) -> None:
    """Each IRI answers 303 to a document; each format holds one graph; each name is known."""
    with Client(place) as client:
        _check_things(place, client)


def _check_things(place: Place, client: Client) -> None:
    context = json.loads(client.ask("/context.jsonld").body)
    suffixes = list(FORMATS)
    for number, path in enumerate(place.paths):
        if path.startswith(APART):
            continue
        suffix = suffixes[number % 4]
        media_type = FORMATS[suffix].media_type
        seen = client.ask(f"/{path}", accept=media_type)
        document = f"/{path}.{suffix}"
        if path.startswith("graph/"):
            assert seen.status == 200, path
            continue
        assert (seen.status, seen.headers["location"]) == (303, place.site + document)
        assert "Accept" in seen.headers["vary"]
        found = [client.ask(f"/{path}.nt"), client.ask(document)]
        assert [each.status for each in found] == [200, 200], path
        assert found[1].headers["content-type"].startswith(media_type)
        assert f'<{place.site}/{path}.html>; rel="canonical"' in found[1].headers["link"]
        body = found[1].body
        if suffix == "jsonld":
            body = json.dumps(json.loads(body) | context).encode()
        triples = {quad.triple for quad in parse(found[0].body, format=RdfFormat.N_TRIPLES)}
        assert triples == {quad.triple for quad in parse(body, format=FORMATS[suffix])}, document
        assert len(triples) > 10, path
        client.name(list_iris(triples), path)

    endings = ("", ".html", *(f".{suffix}" for suffix in FORMATS))
    known = {f"/{path}{ending}" for path in place.paths for ending in endings}
    for target in client.named.keys() - known:
        assert client.ask(target, "HEAD").status < 400, (target, client.named[target])


@pytest.mark.slow
def test_links_lead_from_the_front_page_to_every_thing(place: Place) -> None:
    """From the front page and the map every page is reached, and no link is broken."""
    with Client(place) as client:
        _follow_links(place, client)


def _follow_links(place: Place, client: Client) -> None:
    addresses = re.findall(r"<loc>([^<]*)</loc>", client.ask("/sitemap.xml").body.decode())
    waiting = deque(["/", *(each.removeprefix(place.site) for each in addresses)])
    seen: set[str] = set()
    while waiting:
        target = waiting.popleft()
        if target in seen:
            continue
        seen.add(target)
        is_page = target.endswith(".html") or "." not in target
        reply = client.ask(target, "GET" if is_page else "HEAD", "text/html")
        assert reply.status < 400, (target, client.named.get(target))
        if is_page and reply.headers["content-type"].startswith("text/html"):
            links = list(read_links(reply.body, place.site + target))
            client.name(iter(links), target)
            waiting += [link for link in _list_targets(links, place) if link not in seen]

    pages = {unquote(target) for target in seen}
    missing = [
        path for path in place.paths if not path.startswith(APART) and f"/{path}.html" not in pages
    ]
    assert missing == []


def _list_targets(links: list[str], place: Place) -> list[str]:
    """Return the links to the site, without what is asked by a query."""
    return [
        parts.path
        for parts in map(urlsplit, links)
        if f"{parts.scheme}://{parts.netloc}" == place.site and not parts.query
    ]
