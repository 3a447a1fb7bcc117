"""The layout of the document and the notes on it → passages, quotations, footnotes as triples.

Everything here is about the document itself, with selectors that say where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.document import Document, Footnote, Link, Span
from graph.folder import Block, Text
from graph.passages import Layout, Passage, Quotation, Section
from graph.reading import read_footnotes
from graph.statements import Context
from graph.terms import (
    CDCE,
    CITO,
    DCTERMS,
    FIDELITY,
    OA,
    PASSAGE_KIND,
    PREFIXES,
    PROV,
    SCHEMA,
    SKOS,
    find_member,
)
from graph.treaty import DocumentFile

NEIGHBOURS = 32
QUOTATION_KEYS = ("by", "from", "footnote", "fidelity", "note")
FOOTNOTE_KEYS = ("cites", "locator", "note")


@dataclass(frozen=True)
class Writer:
    """The graph that takes the apparatus, and what its things hang on."""

    graph: Graph
    document: Document
    source: URIRef
    language: str
    context: Context

    def add(self, thing: URIRef, *pairs: tuple[URIRef, URIRef | Literal]) -> None:
        """Add properties of a thing."""
        for term, value in pairs:
            self.graph.add((thing, term, value))

    def add_place(
        self,
        thing: URIRef,
        label: str,
        span: Span,
        quote: str = "quote",
        position: str = "position",
    ) -> None:
        """Add where a thing stands: its source and its selectors, quote first.

        Source: https://www.w3.org/TR/annotation-model/#selectors
        """
        base = thing.partition("#")[0]
        text = self.document.text
        self.add(thing, (OA.hasSource, self.source))
        if quote:
            selector = URIRef(f"{base}#{quote}")
            self.add(thing, (OA.hasSelector, selector))
            self.add(
                selector,
                (RDF.type, OA.TextQuoteSelector),
                (SKOS.prefLabel, self.english(f"Wikitext of {label}")),
                (OA.exact, Literal(text[span.start : span.end])),
                (OA.prefix, Literal(text[max(0, span.start - NEIGHBOURS) : span.start])),
                (OA.suffix, Literal(text[span.end : span.end + NEIGHBOURS])),
            )
        selector = URIRef(f"{base}#{position}")
        self.add(thing, (OA.hasSelector, selector))
        self.add(
            selector,
            (RDF.type, OA.TextPositionSelector),
            (SKOS.prefLabel, self.english(f"Offsets of {label}")),
            (OA.start, Literal(span.start)),
            (OA.end, Literal(span.end)),
        )

    def english(self, text: str) -> Literal:
        """Return a text of ours."""
        return Literal(text, lang="en")

    def quoted(self, text: str) -> Literal:
        """Return a text of the document."""
        return Literal(text, lang=self.language)


def build_apparatus(layout: Layout, notes: Block, file: DocumentFile, context: Context) -> Graph:
    """Return the document and its parts as triples, for ``/graph/article``."""
    graph = Graph(bind_namespaces="none")
    writer = Writer(graph, layout.document, context.iris(file.iri), file.language, context)
    _write_document(writer, file)
    for number, section in enumerate(layout.sections, 1):
        _write_section(writer, number, section)
    for number, passage in enumerate(layout.passages, 1):
        _write_passage(writer, number, passage, layout)
    _write_quotations(writer, layout, notes.block("quotations", context.faults))
    _write_footnotes(writer, notes.block("footnotes", context.faults))
    _write_links(writer, layout, notes.block("wikilinks", context.faults))
    return graph


def _write_document(writer: Writer, file: DocumentFile) -> None:
    prefix, _, name = file.type.partition(":")
    writer.add(
        writer.source,
        (RDF.type, CDCE.SourceDocument),
        (RDF.type, URIRef(PREFIXES.get(prefix, prefix) + name)),
        (SKOS.prefLabel, writer.english(file.label)),
        (DCTERMS.language, Literal(file.language)),
        (DCTERMS.license, URIRef(file.licence)),
        (DCTERMS.rights, writer.english(file.attribution)),
        (CDCE.sha256, Literal(writer.document.sha256)),
        (CDCE.wikitext, Literal(writer.document.text)),
    )
    if file.note:
        writer.add(writer.source, (SKOS.note, writer.english(file.note)))


def _write_section(writer: Writer, number: int, section: Section) -> None:
    thing = writer.context.iris(f"section/{section.slug}")
    label = f"Section {section.title}"
    writer.add(
        thing,
        (RDF.type, CDCE.Section),
        (SKOS.prefLabel, writer.english(label)),
        (SCHEMA.position, Literal(number)),
    )
    writer.add_place(thing, label, section.span, quote="")


def _write_passage(writer: Writer, number: int, passage: Passage, layout: Layout) -> None:
    iris = writer.context.iris
    thing, label = iris(f"passage/{passage.key}"), f"Passage {passage.key}"
    writer.add(
        thing,
        (RDF.type, CDCE.Passage),
        (SKOS.prefLabel, writer.english(label)),
        (SCHEMA.position, Literal(number)),
        (CDCE.plainText, writer.quoted(passage.plain)),
        (CDCE.inSection, iris(f"section/{passage.section}")),
        (CDCE.passageKind, PASSAGE_KIND[passage.kind]),
    )
    writer.add_place(thing, label, passage.span)
    for note, _ in layout.find_footnotes(passage):
        writer.add(thing, (CDCE.hasReference, iris(f"reference/{note}")))
    repairs = [r for r in writer.document.repairs if passage.span.covers(r.span)]
    for position, repair in enumerate(repairs, 1):
        mended = iris(f"passage/{passage.key}", f"repair-{position}")
        writer.add(thing, (CDCE.repair, mended))
        writer.add(
            mended,
            (RDF.type, CDCE.Repair),
            (SKOS.prefLabel, writer.english(f"Repair {position} of {label}")),
            (OA.hasSource, writer.source),
            (OA.start, Literal(repair.span.start)),
            (OA.end, Literal(repair.span.end)),
            (CDCE.originalText, Literal(repair.original)),
            (CDCE.repairedText, Literal(repair.repaired)),
            (CDCE.repairRule, writer.english("UTF-8 that was read as Windows-1252")),
        )


def _numbered(block: Block, count: int, role: str, writer: Writer) -> Iterator[tuple[int, Block]]:
    """Yield the notes on the things numbered 1 to count; a missing or further one is a fault."""
    faults = writer.context.faults
    given = dict(block.blocks(faults))
    wanted = {str(number): number for number in range(1, count + 1)}
    for key in given:
        if key not in wanted:
            faults.add(key.where, f"the document has {role} 1 to {count}; found {key}")
    for name, number in wanted.items():
        fields = given.get(Text(name, block.where))
        if fields is None:
            required = f"a note on number {name} of the {role}"
            faults.add(block.where, f"{required} is required in reading.yaml; found none")
        else:
            yield number, fields


def _write_quotations(writer: Writer, layout: Layout, block: Block) -> None:
    for number, fields in _numbered(block, len(layout.quotations), "quotations", writer):
        _write_quotation(writer, number, layout.quotations[number - 1], fields)


def _write_quotation(writer: Writer, number: int, quotation: Quotation, fields: Block) -> None:
    context, faults = writer.context, writer.context.faults
    fields.refuse_unknown(QUOTATION_KEYS, faults)
    thing, label = context.iris(f"quotation/{number}"), f"Quotation {number}"
    fidelity = fields.text("fidelity", faults) or ""
    member = find_member(FIDELITY, fidelity)
    if member is None:
        faults.add(fields.where, f"a fidelity of the ontology is required; found {fidelity!r}")
    else:
        writer.add(thing, (CDCE.fidelity, member))
    writer.add(
        thing,
        (RDF.type, CDCE.Quotation),
        (SKOS.prefLabel, writer.english(label)),
        (SCHEMA.position, Literal(number)),
        (SCHEMA.text, writer.quoted(quotation.plain)),
    )
    writer.add_place(thing, label, quotation.span)
    for passage in quotation.passages:
        writer.add(thing, (CDCE.quotedInPassage, context.iris(f"passage/{passage}")))
    for key, term in (("by", PROV.wasAttributedTo), ("from", PROV.wasQuotedFrom)):
        for text in fields.texts(key, faults):
            context.check_thing(text, text.where, key)
            writer.add(thing, (term, context.iris(text)))
    for note in read_footnotes(fields, len(writer.document.footnotes), faults):
        writer.add(thing, (DCTERMS.references, context.iris(f"reference/{note}")))
    for text in fields.texts("note", faults):
        writer.add(thing, (SKOS.note, writer.english(text)))


def _write_footnotes(writer: Writer, block: Block) -> None:
    footnotes = writer.document.footnotes
    for number, fields in _numbered(block, len(footnotes), "footnotes", writer):
        _write_footnote(writer, number, footnotes[number - 1], fields)


def _write_footnote(writer: Writer, number: int, note: Footnote, fields: Block) -> None:
    context, faults = writer.context, writer.context.faults
    fields.refuse_unknown(FOOTNOTE_KEYS, faults)
    thing, label = context.iris(f"reference/{number}"), f"Footnote {number}"
    writer.add(
        thing,
        (RDF.type, CDCE.Reference),
        (SKOS.prefLabel, writer.english(label)),
        (SCHEMA.position, Literal(number)),
        (CDCE.footnoteNumber, Literal(number)),
        (CITO.hasCitingEntity, writer.source),
        (CDCE.wikitext, Literal(note.wikitext)),
    )
    writer.add_place(thing, label, note.span)
    if note.url:
        writer.add(thing, (SCHEMA.url, Literal(note.url, datatype=XSD.anyURI)))
    cites, locator = fields.text("cites", faults), fields.text("locator", faults)
    if cites is None:
        required = f"cites, the thing that footnote {number} cites,"
        faults.add(fields.where, f"{required} is required; found none")
    else:
        context.check_thing(cites, cites.where, "the cited thing")
        writer.add(thing, (CITO.hasCitedEntity, context.iris(cites)))
    if locator:
        writer.add(thing, (CDCE.locator, writer.english(locator)))
    for text in fields.texts("note", faults):
        writer.add(thing, (SKOS.note, writer.english(text)))


def _write_links(writer: Writer, layout: Layout, block: Block) -> None:
    faults = writer.context.faults
    denoted = {_first_upper(key): block.text(key, faults) for key in block.fields}
    found = {_first_upper(link.target) for link in writer.document.links}
    for key in block.fields:
        if _first_upper(key) not in found:
            faults.add(block.lines[key], f"{key} is not the target of a wikilink")
    for number, link in enumerate(writer.document.links, 1):
        _write_link(writer, number, link, layout, denoted.get(_first_upper(link.target)), block)


def _write_link(
    writer: Writer, number: int, link: Link, layout: Layout, denotes: Text | None, block: Block
) -> None:
    context = writer.context
    thing, label = context.iris(f"wikilink/{number}"), f"Wikilink {number}"
    writer.add(
        thing,
        (RDF.type, CDCE.Wikilink),
        (SKOS.prefLabel, writer.english(label)),
        (SCHEMA.position, Literal(number)),
        (CDCE.linkTarget, Literal(link.target)),
        (CDCE.linkText, Literal(link.text)),
    )
    writer.add_place(thing, label, link.span, quote="")
    passage, quotation = layout.find_passage(link.span), layout.find_quotation(link.span)
    if passage:
        writer.add(thing, (CDCE.inPassage, context.iris(f"passage/{passage.key}")))
    if quotation:
        writer.add(thing, (CDCE.insideQuotation, context.iris(f"quotation/{quotation}")))
    if denotes is None:
        required = f"a line of wikilinks that says what {link.target} denotes"
        context.faults.add(block.where, f"{required} is required; found none")
    else:
        context.check_thing(denotes, denotes.where, "the thing denoted")
        writer.add(thing, (CDCE.denotes, context.iris(denotes)))


def _first_upper(target: str) -> str:
    """Return a wikilink's target as Wikipedia reads it: the first letter has no case."""
    return target[:1].upper() + target[1:]
