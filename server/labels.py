"""Show terms to people: by their label, with their language, leading to their page."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from server.descriptions import RDFS, SKOS, Description
from server.graphs import Term, read_value
from server.service import Service
from server.shapes import SH


@dataclass(frozen=True)
class Shown:
    """Hold one value as a page shows it: its text, its language and where it leads."""

    text: str
    language: str = ""
    href: str = ""
    title: str = ""


class Labels:
    """Give every term its name for people."""

    def __init__(self, description: Description, service: Service) -> None:
        self.service = service
        self.found: dict[str, str] = {}
        for wanted in (SH + "name", RDFS + "label", SKOS + "prefLabel"):
            for triple in (*description.texts, *description.own):
                if triple.predicate.value == wanted and isinstance(triple.object, Literal):
                    language = triple.object.language or ""
                    if language in {"", "en"}:
                        self.found[read_value(triple.subject)] = triple.object.value

    def name(self, iri: str) -> str:
        """Return the label of an IRI, or the shortest form of it."""
        if iri in self.found:
            return self.found[iri]
        return self.service.names.context.shorten(iri)

    def show(self, term: Term) -> Shown:
        """Return a term as a page shows it; an own IRI leads to its page."""
        if isinstance(term, NamedNode):
            path = self.service.find_path(term.value)
            if path is not None:
                return Shown(
                    self.name(term.value), href=f"{self.service.root}/{path}", title=term.value
                )
            is_web = term.value.startswith(("http://", "https://"))
            return Shown(self.name(term.value), href=term.value if is_web else "", title=term.value)
        if isinstance(term, Literal):
            is_web = term.value.startswith(("http://", "https://")) and " " not in term.value
            return Shown(term.value, term.language or "", term.value if is_web else "")
        return Shown(str(term))
