"""Put the document of a release together again from its graph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import NamedNode

from server.lookup.labels import Shown
from server.lookup.spans import Change, Span, align, cut, measure
from server.lookup.statements import Sentence, Statements, ask_labels, find_key
from server.namespaces import OA, PROV, RDF_TYPE, SCHEMA, SKOS
from server.pages.reading import Footnote, Passage, Piece, Quoted, Reading, Repair, Section
from server.releases.graphs import read_value
from server.releases.service import Service

CITO = "http://purl.org/spar/cito/"
MOST_PASSAGES = 2000
UNTITLED = "Opening"

_DOCUMENT = """
PREFIX cdce: <{ontology}> PREFIX oa: <{oa}>
SELECT ?document (COUNT(?passage) AS ?passages) WHERE {{
  ?passage a cdce:Passage ; oa:hasSource ?document }}
GROUP BY ?document ORDER BY DESC(?passages) ?document LIMIT 1"""
_TRIPLES = """
PREFIX cdce: <{ontology}> PREFIX oa: <{oa}> PREFIX prov: <{prov}> PREFIX schema: <{schema}>
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ BIND(<{document}> AS ?s) }}
  UNION {{ ?s oa:hasSource <{document}> }}
  UNION {{ ?x oa:hasSource <{document}> ; oa:hasSelector ?s }}
  UNION {{ ?passage a cdce:Passage ; oa:hasSource <{document}> ; schema:position ?n .
    ?s prov:wasDerivedFrom ?passage ; a cdce:Statement FILTER(?n <= {most}) }}
  ?s ?p ?o }}"""
_HEADING = re.compile(r"\s*(={2,6})\s*(.+?)\s*\1")


def read_reading(service: Service) -> Reading | None:
    """Return the document with the most passages, or None where there is none."""
    names = {"ontology": service.ontology, "oa": OA, "prov": PROV, "schema": SCHEMA}
    rows = service.list_rows(_DOCUMENT.format(**names))
    if not rows or "document" not in rows[0]:
        return None
    document = read_value(rows[0]["document"])
    triples = service.list_triples(_TRIPLES.format(document=document, most=MOST_PASSAGES, **names))
    iris = {
        term.value
        for triple in triples
        for term in (triple.subject, triple.predicate, triple.object)
        if isinstance(term, NamedNode)
    }
    statements = Statements([*triples, *ask_labels(iris, service)], service)
    return Reader(document, statements).read()


class Reader:
    """Put a document together from what its graph says."""

    def __init__(self, document: str, statements: Statements) -> None:
        self.document = document
        self.statements = statements
        self.facts = statements.facts
        self.ontology = statements.ontology
        self.text = self.facts.read(document, self.ontology + "wikitext")
        self.kinds: dict[str, list[str]] = {}
        for iri in self.facts:
            for kind in self.facts.list_iris(iri, RDF_TYPE):
                self.kinds.setdefault(kind.removeprefix(self.ontology), []).append(iri)
        self.by_passage: dict[str, list[str]] = {}
        for iri in sorted(self.kinds.get("Statement", ())):
            for passage in self.facts.list_iris(iri, PROV + "wasDerivedFrom"):
                self.by_passage.setdefault(passage, []).append(iri)
        self.spans = {
            kind: [(iri, *self._find_place(iri)) for iri in self._list(kind)]
            for kind in ("Quotation", "Wikilink", "Repair", "Reference")
        }
        carriers: dict[str, list[str]] = {}
        for iri in self._list("Passage"):
            for note in self.facts.list_iris(iri, self.ontology + "hasReference"):
                carriers.setdefault(note, []).append(find_key(iri))
        self.footnotes = {
            iri: self._show_footnote(iri, carriers.get(iri, []))
            for iri, _, _ in self.spans["Reference"]
        }

    def _list(self, kind: str) -> list[str]:
        return sorted(self.kinds.get(kind, ()), key=lambda iri: (self._find_order(iri), iri))

    def _find_order(self, iri: str) -> int:
        number = self.facts.read_number(iri, SCHEMA + "position")
        return number if number is not None else self._find_place(iri)[0]

    def _find_place(self, iri: str) -> tuple[int, int]:
        """Return where a thing stands in the text as received; (0, 0) where that is not known."""
        for selector in (iri, *self.facts.list_iris(iri, OA + "hasSelector")):
            start = self.facts.read_number(selector, OA + "start")
            end = self.facts.read_number(selector, OA + "end")
            if start is not None and end is not None:
                return start, end
        return 0, 0

    def _show(self, iri: str, name: str) -> tuple[Shown, ...]:
        return tuple(map(self.statements.labels.show, self.facts.find_all(iri, name)))

    def read(self) -> Reading:
        """Return the document."""
        facts = self.facts
        grouped: dict[str, list[Passage]] = {}
        before = 0
        for iri in self._list("Passage")[:MOST_PASSAGES]:
            start, end = self._find_place(iri)
            gap = self.text[before:start]
            section = facts.read(iri, self.ontology + "inSection")
            passage = self._read_passage(iri, start, end, "\n" in gap or not grouped)
            grouped.setdefault(section, []).append(passage)
            before = end
        return Reading(
            document=self.statements.labels.show(NamedNode(self.document)),
            notes=tuple(read_value(term) for term in facts.find_all(self.document, SKOS + "note")),
            sections=tuple(
                Section(find_key(iri), self._find_heading(iri), tuple(passages))
                for iri, passages in grouped.items()
            ),
            footnotes=tuple(self.footnotes.values()),
        )

    def _find_heading(self, section: str) -> str:
        start, end = self._find_place(section)
        found = _HEADING.match(self.text[start:end])
        if found:
            return found[2]
        return UNTITLED

    def _read_passage(self, iri: str, start: int, end: int, begins_paragraph: bool) -> Passage:
        text = self.facts.read(iri, self.ontology + "plainText")
        raw = self.text[start:end]
        places = align(raw, text, self._list_changes(start, end)) if raw else None

        def place(offset: int) -> int:
            return places[min(max(offset - start, 0), len(raw))] if places else 0

        def within(kind: str) -> list[tuple[str, int, int]]:
            return [each for each in self.spans[kind] if each[1] < end and each[2] > start]

        sentences = [self.statements.show(each) for each in self.by_passage.get(iri, ())]
        spans = [self._find_words(each, text, start, places) for each in sentences]
        quoted = [Span(place(a), place(b), "") for _, a, b in within("Quotation") if places]
        repaired = [Span(place(a), place(b), "") for _, a, b in within("Repair") if places]
        notes = [
            Span(place(a) if places else len(text), 0, each) for each, a, _ in within("Reference")
        ]
        return Passage(
            iri=iri,
            key=find_key(iri),
            shown=self.statements.labels.show(NamedNode(iri)),
            kind=find_key(self.facts.read(iri, self.ontology + "passageKind")),
            text=text,
            raw=raw,
            begins_paragraph=begins_paragraph,
            pieces=self._cut(text, sentences, spans, quoted, repaired, notes),
            covered=measure(spans),
            sentences=tuple(sentences),
            footnotes=tuple(self.footnotes[note.name] for note in notes),
            quotations=tuple(self._show_quotation(each) for each, _, _ in within("Quotation")),
            repairs=tuple(self._show_repair(each) for each, _, _ in within("Repair")),
            links=tuple(self._show_link(each) for each, _, _ in within("Wikilink")),
        )

    def _list_changes(self, start: int, end: int) -> Iterable[Change]:
        """Yield what of a passage reads otherwise than it is written."""
        for _, a, b in self.spans["Reference"]:
            if a >= start and b <= end:
                yield Change(a - start, b - start, "")
        for iri, a, b in self.spans["Repair"]:
            yield Change(a - start, b - start, self.facts.read(iri, self.ontology + "repairedText"))
        for iri, a, b in self.spans["Wikilink"]:
            text = self.facts.read(iri, self.ontology + "linkText")
            if a >= start and b <= end and self.text[: b - 2].endswith(text):
                yield Change(a - start, b - 2 - len(text) - start, "")
                yield Change(b - 2 - start, b - start, "")

    def _find_words(
        self, sentence: Sentence, text: str, start: int, places: list[int] | None
    ) -> Span:
        """Return where the words of a statement stand in the plain text of its passage."""
        words = self.facts.read(sentence.iri, self.ontology + "words")
        a, b = self._find_place(words)
        if places and b > a >= start and b - start < len(places):
            found = Span(places[a - start], places[b - start], sentence.key)
            if text[found.start : found.end].strip() == sentence.words.strip():
                return found
        at = len(sentence.before) if sentence.words else 0
        return Span(at, at + len(sentence.words), sentence.key)

    def _cut(
        self,
        text: str,
        sentences: list[Sentence],
        spans: list[Span],
        quoted: list[Span],
        repaired: list[Span],
        notes: list[Span],
    ) -> tuple[Piece, ...]:
        marks = {sentence.key: sentence.marks for sentence in sentences}
        pieces = cut(text, [*spans, *quoted, *repaired], [note.start for note in notes])

        def is_in(piece: Span, others: list[Span]) -> bool:
            return any(o.start <= piece.start and piece.end <= o.end for o in others)

        result = []
        for piece in pieces:
            over = [s for s in spans if s.start <= piece.start and piece.end <= s.end]
            over.sort(key=lambda s: s.end - s.start)
            found = {mark for span in over for mark in marks[span.name]}
            result.append(
                Piece(
                    text=piece.name,
                    statements=tuple(span.name for span in over),
                    marks=tuple(sorted(found)),
                    is_quoted=is_in(piece, quoted),
                    is_repaired=is_in(piece, repaired),
                    notes=tuple(
                        self.footnotes[note.name] for note in notes if note.start == piece.end
                    ),
                )
            )
        return tuple(result)

    def _show_footnote(self, iri: str, passages: list[str]) -> Footnote:
        facts, ontology = self.facts, self.ontology
        return Footnote(
            iri=iri,
            number=facts.read(iri, ontology + "footnoteNumber"),
            shown=self.statements.labels.show(NamedNode(iri)),
            cited=self._show(iri, CITO + "hasCitedEntity"),
            provisions=self._show(iri, ontology + "citesProvision"),
            locator=facts.read(iri, ontology + "locator"),
            wikitext=facts.read(iri, ontology + "wikitext"),
            address=facts.read(iri, SCHEMA + "url"),
            passages=tuple(passages),
        )

    def _show_quotation(self, iri: str) -> Quoted:
        return Quoted(
            shown=self.statements.labels.show(NamedNode(iri)),
            speakers=self._show(iri, PROV + "wasAttributedTo"),
            origins=self._show(iri, PROV + "wasQuotedFrom"),
            fidelity=next(iter(self._show(iri, self.ontology + "fidelity")), None),
            note=self.facts.read(iri, SKOS + "note"),
        )

    def _show_repair(self, iri: str) -> Repair:
        read, ontology = self.facts.read, self.ontology
        return Repair(
            original=read(iri, ontology + "originalText"),
            repaired=read(iri, ontology + "repairedText"),
            rule=read(iri, ontology + "repairRule"),
        )

    def _show_link(self, iri: str) -> tuple[str, Shown | None]:
        denoted = next(iter(self._show(iri, self.ontology + "denotes")), None)
        return self.facts.read(iri, self.ontology + "linkText"), denoted
