"""Every IRI of a thing is minted here, from the base and a path."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rdflib import URIRef

PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*(#[A-Za-z0-9-]+)?")


@dataclass(frozen=True)
class Iris:
    """The IRIs under one base; the base ends in a slash."""

    base: str

    def __call__(self, path: str, fragment: str = "") -> URIRef:
        """Return base + path, with a fragment where one is given."""
        return URIRef(f"{self.base}{path}#{fragment}" if fragment else self.base + path)

    def path(self, iri: str) -> str | None:
        """Return the path of an IRI under the base, or None: the reverse of a call."""
        return iri.removeprefix(self.base) if iri.startswith(self.base) else None


def find_slug(text: str) -> str:
    """Return text as a slug: ASCII, lower case, words joined by hyphens.

    >>> find_slug("V(b)"), find_slug("Côte d'Ivoire")
    ('v-b', 'cote-d-ivoire')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
