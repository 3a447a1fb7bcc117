"""Tell crawlers, language models and citers about the dataset, each in the form they know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

from server.linked.card import Card
from server.lookup.citation import find_spdx
from server.releases.service import Service

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Source: https://www.sitemaps.org/protocol.html#index
# The pages that every release has, besides those on its things.
PAGES = ("", "sparql", "dumps/", "changes/", "vocabulary", "rules", "about")
MOST_ADDRESSES = 50_000


def render_robots(service: Service) -> bytes:
    """Return what crawlers may fetch, and where the whole is to be had at once.

    Source: https://www.rfc-editor.org/rfc/rfc9309
    """
    root = service.root
    lines = [
        f"# Everything at once: {service.site}/dumps/",
        "User-agent: *",
        f"Disallow: {root}/sparql?",
        f"Disallow: {root}/graphs?",
        "Allow: /",
        "",
        f"Sitemap: {service.site}/sitemap.xml",
    ]
    return ("\n".join(lines) + "\n").encode()


def list_addresses(paths: Iterable[str], service: Service) -> list[str]:
    """Return the addresses of the pages on things, after those of the site itself."""
    site = service.site
    return [f"{site}/{page}" for page in PAGES] + [
        f"{site}/{quote(path, safe='/:@!$&()*+,;=~')}.html" for path in paths
    ]


def render_sitemap(addresses: Sequence[str], issued: str) -> bytes:
    """Return a map of the site; everything in it changed when the release was issued."""
    rows = "".join(
        f"<url><loc>{escape(address)}</loc><lastmod>{issued}</lastmod></url>\n"
        for address in addresses
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<urlset xmlns="{SITEMAP}">\n{rows}</urlset>\n'.encode()


def render_sitemap_index(count: int, issued: str, service: Service) -> bytes:
    """Return the list of the parts of a map that is too long for one."""
    rows = "".join(
        f"<sitemap><loc>{service.site}/sitemap.xml?part={part}</loc>"
        f"<lastmod>{issued}</lastmod></sitemap>\n"
        for part in range(1, -(-count // MOST_ADDRESSES) + 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<sitemapindex xmlns="{SITEMAP}">\n{rows}</sitemapindex>\n'.encode()


def _word(name: str) -> str:
    """Return the name of a count in words.

    >>> _word("distinctSubjects")
    'distinct subjects'
    """
    return re.sub(r"([A-Z])", r" \1", name).lower()


def render_llms(service: Service, card: Card) -> bytes:
    """Return what a language model needs to answer from the data.

    Source: https://llmstxt.org/
    """
    site = service.site
    prefixes = "\n".join(f"- `{name}:` {iri}" for name, iri in service.release.prefixes.items())
    counts = ", ".join(f"{number} {_word(name)}" for name, number in card.counts.items())
    limits = "\n".join(
        f"- {limit.meaning} `{limit.name}` = {limit.value}" for limit in service.settings.describe()
    )
    files = "\n".join(
        f"- [{file.name}]({site}/{file.path}): {file.purpose} ({file.size} bytes, "
        f"SHA-256 {file.sha256})"
        for file in card.whole
    )
    examples = "\n".join(
        f"- <{iri}>: {site}/{service.find_path(iri) or ''}" for iri in card.examples
    )
    return f"""# {card.title}

> {card.description}

Release {card.version} of {card.issued}: {counts}. Licence: {card.licence}.
Name as source: {card.attribution}. Persistent address: {card.dataset}.

Every address gives RDF by `Accept` or with a suffix: `.ttl`, `.jsonld`, `.nt`, `.rdf`, `.trig`.
With `.html` it gives a page.
A statement has its sentence, who says it, and whether it is asserted or only reported.

## Ask

- [SPARQL endpoint]({service.endpoint}): `query=` by GET or POST
- [Description of the endpoint]({service.endpoint}): without a query, as Turtle
- [OpenAPI]({site}/openapi.json): every address of this server

## Schema

- [Vocabulary]({site}/ontology.ttl): classes and properties, with definitions
- [Description of the data]({site}/void.ttl): classes, properties, counts and links in VoID
- [Context of JSON-LD]({site}/context.jsonld)

## Prefixes

{prefixes}

## Examples

{examples}

## Limits

{limits}

## Dumps

{files}
- [Catalogue]({site}/catalogue.ttl): every file with size and sum, in DCAT
- [All releases]({site}/dumps/)
""".encode()


def render_citation(card: Card) -> bytes:
    """Return how to cite the dataset, in the Citation File Format.

    Source: https://github.com/citation-file-format/citation-file-format (1.2.0)
    """
    spdx = find_spdx(card.licence)
    rows = [
        "cff-version: 1.2.0",
        "message: If you use this dataset, please cite it as below.",
        "type: dataset",
        f"title: {_quote(card.title)}",
        f"abstract: {_quote(card.description)}",
        "authors:",
        f"  - name: {_quote(card.publisher_name)}",
        f"version: {_quote(card.version)}",
        f"date-released: {_quote(card.issued)}",
        f"license: {_quote(spdx)}" if spdx else f"license-url: {_quote(card.licence)}",
        f"url: {_quote(card.dataset)}",
        "identifiers:",
        "  - type: url",
        f"    value: {_quote(card.dataset)}",
    ]
    if card.keywords:
        rows += ["keywords:", *(f"  - {_quote(word)}" for word in card.keywords)]
    return ("\n".join(rows) + "\n").encode()


def _quote(text: str) -> str:
    """Return a text as YAML takes it: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)
