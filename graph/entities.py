"""The things of a treaty as its files describe them → triples in our own words.

Labels, definitions, dates as read and relations between concepts; what a source says about
the world is a statement instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.errors import Faults
from graph.folder import Block, Text, read_date
from graph.iris import PATH
from graph.literals import find_tag_fault, fits
from graph.passages import Passage
from graph.statements import Context, check_term
from graph.terms import CDCE, DCTERMS, EDTF, ELI, FOAF, PREFIXES, PROV, SCHEMA, SEM, SKOS, Triples

LISTS: Mapping[str, URIRef] = {
    "also": SKOS.altLabel,
    "broader": SKOS.broader,
    "related": SKOS.related,
    "rests_on": CDCE.restsOn,
    "part_of": DCTERMS.isPartOf,
    "identifier": DCTERMS.identifier,
}
TEXTS: Mapping[str, URIRef] = {
    "label": SKOS.prefLabel,
    "definition": SKOS.definition,
    "note": SKOS.note,
    "title": DCTERMS.title,
    "date_text": CDCE.dateText,
}
BOUNDS: Mapping[str, URIRef] = {
    "earliest_begin": SEM.hasEarliestBeginTimeStamp,
    "latest_begin": SEM.hasLatestBeginTimeStamp,
    "earliest_end": SEM.hasEarliestEndTimeStamp,
    "latest_end": SEM.hasLatestEndTimeStamp,
}
OTHER_KEYS = (
    "a",
    "labels",
    "edtf",
    "position",
    "text_of",
    "by",
    "url",
    "publisher",
    "date",
    "known_as",
)
KEYS = (*TEXTS, *LISTS, *BOUNDS, *OTHER_KEYS)
PROVISION = "article"
# The class that follows from the kind of a path, where a file gives no other.
CLASSES: Mapping[str, tuple[URIRef, ...]] = {
    "concept": (SKOS.Concept,),
    "category": (SKOS.Concept,),
    "objective": (CDCE.Objective,),
    "document": (FOAF.Document,),
    "place": (SCHEMA.Place,),
    "agent": (PROV.Agent,),
    PROVISION: (ELI.LegalResourceSubdivision,),
}
SCHEMES: Mapping[str, tuple[str, str]] = {
    "concept": ("concepts", "Concepts"),
    "category": ("categories", "Categories of the document"),
}


@dataclass(frozen=True)
class Entities:
    """The entities file, with what other files need to know of it."""

    blocks: Mapping[str, Block]
    documents: Mapping[str, str]
    publishers: Mapping[str, str]


def read_entities(block: Block, faults: Faults) -> Entities:
    """Return the entities by path, and the documents by the names that tables use."""
    blocks: dict[str, Block] = {}
    documents: dict[str, str] = {}
    publishers: dict[str, str] = {}
    for key, fields in block.blocks(faults):
        if not (PATH.fullmatch(key) and "/" in key):
            faults.add(key.where, f"a path like kind/key is required; found {key!r}")
            continue
        fields.refuse_unknown(KEYS, faults)
        blocks[key] = fields
        for name in fields.texts("known_as", faults):
            if name in documents:
                faults.add(name.where, f"{name} already names {documents[name]}")
            documents[name] = key
        publisher = fields.text("publisher", faults)
        if publisher:
            publishers[key] = publisher
    return Entities(blocks, documents, publishers)


def build_entities(
    entities: Entities, passages: Mapping[str, Passage], language: str, context: Context
) -> Graph:
    """Return the triples of every entity, for ``/graph/catalogue``."""
    graph = Graph(bind_namespaces="none")
    for key, block in entities.blocks.items():
        thing = context.iris(key)
        if block.text("label", context.faults) is None:
            context.faults.add(block.where, f"a label of {key} is required; found none")
        for triple in _build_entity(thing, key, block, context):
            graph.add(triple)
        for triple in _build_copy(thing, block, passages, language, context):
            graph.add(triple)
    for kind, (path, label) in SCHEMES.items():
        if any(key.startswith(f"{kind}/") for key in entities.blocks):
            graph.add((context.iris(path), RDF.type, SKOS.ConceptScheme))
            graph.add((context.iris(path), SKOS.prefLabel, Literal(label, lang="en")))
    return graph


def _build_entity(thing: URIRef, key: str, block: Block, context: Context) -> Triples:
    faults, kind = context.faults, key.partition("/")[0]
    types = [_read_term(text, context) for text in block.texts("a", faults)]
    for term in [t for t in types if t] or CLASSES.get(kind, ()):
        yield thing, RDF.type, term
    if kind in SCHEMES:
        yield thing, SKOS.inScheme, context.iris(SCHEMES[kind][0])
    for name, term in TEXTS.items():
        for text in block.texts(name, faults):
            yield thing, term, Literal(text, lang="en")
    for code, text in _read_labels(block, faults):
        yield thing, SKOS.prefLabel, Literal(text, lang=code)
    if kind == PROVISION:
        yield thing, ELI.number, Literal(key.partition("/")[2])
    yield from _build_lists(thing, kind, block, context)
    yield from _build_dates(thing, block, faults)
    yield from _build_publication(thing, block, context)


def _read_term(text: Text, context: Context) -> URIRef | None:
    prefix, _, name = text.partition(":")
    if prefix not in PREFIXES:
        context.faults.add(text.where, f"a prefixed name is required; found {text}")
        return None
    term = URIRef(PREFIXES[prefix] + name)
    check_term(term, text.where, "the class", context)
    return term


def _read_labels(block: Block, faults: Faults) -> Iterator[tuple[str, Text]]:
    labels = block.block("labels", faults)
    for code in labels.fields:
        text = labels.text(code, faults)
        wrong = find_tag_fault(code)
        if wrong:
            faults.add(labels.lines[code], wrong)
        elif text:
            yield code, text


def _build_lists(thing: URIRef, kind: str, block: Block, context: Context) -> Triples:
    for name, term in LISTS.items():
        texts = block.texts(name, context.faults)
        if name in ("also", "identifier"):
            for text in texts:
                yield thing, term, Literal(text, lang="en" if name == "also" else None)
            continue
        context.check_things(texts, name)
        is_provision = name == "part_of" and kind == PROVISION
        for text in texts:
            yield thing, ELI.is_part_of if is_provision else term, context.iris(text)


def _build_dates(thing: URIRef, block: Block, faults: Faults) -> Triples:
    for name, term in BOUNDS.items():
        day = read_date(block.text(name, faults), faults)
        if day:
            yield thing, term, Literal(day.isoformat(), datatype=XSD.date)
    edtf = block.text("edtf", faults)
    if edtf:
        yield thing, CDCE.edtf, Literal(edtf, datatype=EDTF.EDTF)


def _build_publication(thing: URIRef, block: Block, context: Context) -> Triples:
    faults = context.faults
    publisher, url, date = (block.text(name, faults) for name in ("publisher", "url", "date"))
    if publisher:
        context.check_thing(publisher, publisher.where, "the publisher")
        yield thing, DCTERMS.publisher, context.iris(publisher)
    if url:
        yield thing, SCHEMA.url, Literal(url, datatype=XSD.anyURI)
    if date:
        fitting = [each for each in (XSD.date, XSD.gYear) if fits(date, str(each))]
        if not fitting:
            required = "xsd:date, as yyyy-mm-dd, or xsd:gYear, as yyyy, is required"
            faults.add(date.where, f"a value of {required}; found {date}")
        for datatype in fitting:
            yield thing, DCTERMS.date, Literal(date, datatype=datatype)


def _build_copy(
    thing: URIRef, block: Block, passages: Mapping[str, Passage], language: str, context: Context
) -> Triples:
    """Yield what an objective takes from its passage: the text, the place, the speaker."""
    faults = context.faults
    position, by, copied = (block.text(name, faults) for name in ("position", "by", "text_of"))
    if position:
        if position.isdecimal():
            yield thing, SCHEMA.position, Literal(int(position))
        else:
            faults.add(position.where, f"position is a whole number; found {position}")
    if by:
        context.check_thing(by, by.where, "the speaker")
        yield thing, PROV.wasAttributedTo, context.iris(by)
    if copied:
        passage = passages.get(copied.removeprefix("passage/"))
        if passage is None:
            faults.add(copied.where, f"{copied} is not a passage of the document")
            return
        yield thing, SCHEMA.text, Literal(passage.plain, lang=language)
        yield thing, CDCE.restsOn, context.iris(copied)
