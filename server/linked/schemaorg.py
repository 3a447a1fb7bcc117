"""Describe the dataset in the terms of schema.org, for search engines.

Source: https://developers.google.com/search/docs/appearance/structured-data/dataset
"""

from __future__ import annotations

import json
from typing import Any

from server.linked.card import Card, CardFile

CONTEXT = "https://schema.org/"


def build_dataset(card: Card) -> dict[str, Any]:
    """Return the dataset as JSON-LD; its addresses are under the base, as in DCAT."""
    publisher = {"@id": card.publisher, "@type": "Organization", "name": card.publisher_name}
    document: dict[str, Any] = {
        "@context": CONTEXT,
        "@id": card.dataset,
        "@type": "Dataset",
        "name": card.title,
        "description": card.description,
        "identifier": card.dataset,
        "url": card.base,
        "version": card.version,
        "datePublished": card.issued,
        "dateModified": card.issued,
        "license": card.licence,
        "creditText": card.attribution,
        "keywords": list(card.keywords),
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "size": f"{card.counts['triples']} triples" if "triples" in card.counts else None,
        "creator": publisher if card.publisher else None,
        "publisher": publisher if card.publisher else None,
        "includedInDataCatalog": {
            "@id": f"{card.base}catalogue",
            "@type": "DataCatalog",
            "name": f"Catalogue of the {card.title}",
            "url": f"{card.base}catalogue",
        },
        "distribution": [_build_file(file, card) for file in card.whole],
    }
    return {name: value for name, value in document.items() if value not in (None, [], "")}


def _build_file(file: CardFile, card: Card) -> dict[str, Any]:
    return {
        "@id": card.base + file.path,
        "@type": "DataDownload",
        "name": file.name,
        "description": file.purpose,
        "contentUrl": card.base + file.path,
        "encodingFormat": file.media_type,
        "contentSize": str(file.size),
        "sha256": file.sha256,
        "license": file.licence,
    }


def render_document(card: Card) -> bytes:
    """Return the description as a document."""
    return (json.dumps(build_dataset(card), ensure_ascii=False, indent=2) + "\n").encode()


def render_block(card: Card) -> str:
    """Return the description as what stands inside a script element of a page.

    Nothing in it ends the element.
    """
    text = json.dumps(build_dataset(card), ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
