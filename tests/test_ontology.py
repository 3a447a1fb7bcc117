"""ontology.ttl says what graph/terms.py lists, and says it in one form."""

import inspect
import re
from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import ClosedNamespace, DefinedNamespace
from rdflib.term import Node

from graph.terms import (
    CDCE,
    CERTAINTY,
    CONSENT_TYPE,
    DCTERMS,
    FIDELITY,
    FOAF,
    MODALITY,
    ORG,
    OWL,
    PASSAGE_KIND,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VOCABULARY,
    XSD,
)

PATH = Path(__file__).parent.parent / "ontology.ttl"
TEXT = PATH.read_text("utf-8")
GRAPH = Graph(bind_namespaces="none").parse(data=TEXT, format="turtle")
ONTOLOGY = URIRef(VOCABULARY + "ontology")

CODE_LISTS = {
    "certainty": CERTAINTY,
    "consent-type": CONSENT_TYPE,
    "fidelity": FIDELITY,
    "modality": MODALITY,
    "passage-kind": PASSAGE_KIND,
}
PROPERTY_TYPES = {OWL.AnnotationProperty, OWL.DatatypeProperty, OWL.ObjectProperty}
LISTED: tuple[type[DefinedNamespace], ...] = (
    DCTERMS,
    FOAF,
    ORG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    XSD,
)
# No party has left, no register names approval alone, and no faithful quotation could be compared.
WITHOUT_EXAMPLE = {CDCE.endDate, CONSENT_TYPE.approval, FIDELITY.verbatim}

STRING = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'')
PREFIX = re.compile(r"PREFIX ([a-z]+): <([^>]+)>")
BLOCK_LINE = re.compile(r"    \S.* ;")


def own_terms() -> list[URIRef]:
    """Return every term of ours that the file describes, schemes and their members too."""
    own = {s for s in GRAPH.subjects() if isinstance(s, URIRef) and s.startswith(VOCABULARY)}
    return sorted(s for s in own if (s, RDFS.isDefinedBy, None) in GRAPH)


TERMS = own_terms()


def name(term: URIRef) -> str:
    return term.removeprefix(VOCABULARY)


def properties() -> list[URIRef]:
    return [t for t in TERMS if set(GRAPH.objects(t, RDF.type)) & PROPERTY_TYPES]


def one(term: URIRef, predicate: URIRef) -> Literal:
    values = list(GRAPH.objects(term, predicate))
    assert len(values) == 1, (term, predicate, values)
    assert isinstance(values[0], Literal)
    return values[0]


def supers(term: URIRef) -> list[URIRef]:
    found = [
        *GRAPH.objects(term, RDFS.subClassOf),
        *GRAPH.objects(term, RDFS.subPropertyOf),
    ]
    return [s for s in found if isinstance(s, URIRef)]


def blocks() -> list[list[str]]:
    """Return the lines of each block between empty lines, after those of the prefixes."""
    return [block.splitlines() for block in TEXT.rstrip("\n").split("\n\n")[1:]]


def test_terms_are_those_of_the_ontology() -> None:
    """The terms in Python and the terms in ontology.ttl are the same."""
    described = {t for t in TERMS if t.startswith(str(CDCE))}

    assert {CDCE[n] for n in inspect.get_annotations(CDCE)} == described


@pytest.mark.parametrize("slug", CODE_LISTS)
def test_code_list_is_that_of_the_ontology(slug: str) -> None:
    """The members of a code list in Python and in ontology.ttl are the same."""
    scheme = URIRef(VOCABULARY + slug)
    code_list: ClosedNamespace = CODE_LISTS[slug]
    members = {code_list[n] for n in dir(code_list)}

    assert members == set(GRAPH.subjects(SKOS.inScheme, scheme))
    assert members == {t for t in TERMS if t.startswith(f"{scheme}/")}
    assert (scheme, RDF.type, SKOS.ConceptScheme) in GRAPH


def test_every_own_iri_is_defined() -> None:
    """Every own IRI in the file is a term, the ontology or its version."""
    version = GRAPH.value(ONTOLOGY, OWL.versionIRI)
    used = {node for triple in GRAPH for node in triple if isinstance(node, URIRef)}

    assert {n for n in used if n.startswith(VOCABULARY)} == {*TERMS, ONTOLOGY, version}


@pytest.mark.parametrize("term", TERMS, ids=name)
def test_term_has_one_type_label_and_definition(term: URIRef) -> None:
    """A term has one type, one English label, one English definition and its ontology."""
    assert len(list(GRAPH.objects(term, RDF.type))) == 1
    assert one(term, SKOS.prefLabel).language == "en"
    assert one(term, SKOS.definition).language == "en"
    assert list(GRAPH.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


@pytest.mark.parametrize("term", TERMS, ids=name)
def test_definition_is_one_sentence_that_does_not_repeat_the_name(term: URIRef) -> None:
    """A definition has a capital, its only full stop at the end and more than the name."""
    label = str(one(term, SKOS.prefLabel))
    definition = str(one(term, SKOS.definition))

    assert re.fullmatch(r"[A-Z][^.!?]*\.", definition), definition
    assert not re.search(rf"\b{re.escape(label)}\b", definition, re.IGNORECASE), definition


def test_labels_are_lower_case_and_differ() -> None:
    """No two terms have one label, and no label has a capital."""
    labels = [str(one(t, SKOS.prefLabel)) for t in TERMS]

    assert labels == [label.lower() for label in labels]
    assert sorted(set(labels)) == sorted(labels)


@pytest.mark.parametrize("term", TERMS, ids=name)
def test_term_has_a_super_term_or_says_why_it_is_ours(term: URIRef) -> None:
    """A term specialises another, belongs to a list, or says why it is our own."""
    comments = [str(c) for c in GRAPH.objects(term, RDFS.comment)]

    assert all(re.fullmatch(r"Why own: [^\n]+\.", c) for c in comments), comments
    assert supers(term) or (term, SKOS.inScheme, None) in GRAPH or comments


@pytest.mark.parametrize("term", [t for t in TERMS if supers(t)], ids=name)
def test_super_terms_exist(term: URIRef) -> None:
    """A super-term is ours, or in a vocabulary of the prefixes, and known where that is listed."""
    for upper in supers(term):
        assert upper in TERMS or any(upper.startswith(ns) for ns in PREFIXES.values()), upper
        assert all(upper in listed for listed in LISTED if upper.startswith(str(listed))), upper
        assert not upper.startswith(VOCABULARY) or upper in TERMS, upper


def test_every_term_leads_to_another_vocabulary_or_says_why_not() -> None:
    """From every class and property the super-terms lead out of this vocabulary, or it says why."""

    def leads_out(term: URIRef) -> bool:
        return any(not s.startswith(VOCABULARY) or leads_out(s) for s in supers(term))

    described = [t for t in TERMS if (t, SKOS.inScheme, None) not in GRAPH]
    lost = [t for t in described if not leads_out(t) and (t, RDFS.comment, None) not in GRAPH]

    assert lost == []


def test_a_property_is_of_one_kind() -> None:
    """No property takes both things and values, and each range fits its kind."""
    literals = {*(XSD[n] for n in ("boolean", "date", "duration", "gMonthDay", "gYear"))}
    literals |= {XSD.integer, XSD.string, RDF.langString}
    literals.add(URIRef(PREFIXES["edtf"] + "EDTF"))
    for term in properties():
        kinds = set(GRAPH.objects(term, RDF.type))
        ranges = set(GRAPH.objects(term, RDFS.range))

        assert len(kinds) == 1, term
        if kinds == {OWL.ObjectProperty}:
            assert not ranges & literals, term
        else:
            assert ranges, term
            assert ranges <= literals, term


def test_inverse_properties_name_each_other() -> None:
    """The two directions between an instrument and its parties name each other."""
    assert set(GRAPH.subject_objects(OWL.inverseOf)) == {
        (CDCE.hasParty, CDCE.isPartyTo),
        (CDCE.isPartyTo, CDCE.hasParty),
    }


@pytest.mark.parametrize("term", [CDCE.participantCount, CDCE.ratifyingMemberStateCount], ids=name)
def test_head_counts_say_that_they_stand_only_inside_statements(term: URIRef) -> None:
    """A head-count has a scope note that keeps it inside statements."""
    assert "only inside statements" in one(term, SKOS.scopeNote)


def test_evidence_is_required_of_world_facts_only() -> None:
    """Neither the register nor the apparatus of evidence needs a statement for each triple."""
    required = set(GRAPH.subjects(CDCE.evidenceRequired, Literal(True)))
    apparatus = ("Participation", "Passage", "Quotation", "Reference", "Repair", "Statement")

    assert {CDCE.adoptionDate, CDCE.adoptedBy, CDCE.recursOn, CDCE.threatens} <= required
    assert set(GRAPH.subjects(CDCE.evidenceRequired)) == required
    assert not required & {CDCE.hasParty, CDCE.isPartyTo, CDCE.dateText, CDCE.edtf, CDCE.restsOn}
    for domain in apparatus:
        assert not required & set(GRAPH.subjects(RDFS.domain, CDCE[domain])), domain


def test_what_is_derived_needs_no_evidence() -> None:
    """No super-property requires a statement, for a derived triple has none."""
    required = set(GRAPH.subjects(CDCE.evidenceRequired, Literal(True)))

    assert not required & {upper for term in properties() for upper in supers(term)}


def test_header_names_licence_version_and_prefix() -> None:
    """The header has a title, an open licence, one version and the prefix; nothing is imported."""
    version = str(one(ONTOLOGY, OWL.versionInfo))
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    vann = Namespace(PREFIXES["vann"])
    notes = [str(note) for note in GRAPH.objects(ONTOLOGY, SKOS.scopeNote)]

    assert (ONTOLOGY, RDF.type, OWL.Ontology) in GRAPH
    assert (ONTOLOGY, DCTERMS.license, licence) in GRAPH
    assert (ONTOLOGY, OWL.versionIRI, URIRef(f"{ONTOLOGY}/{version}")) in GRAPH
    assert str(one(ONTOLOGY, vann.preferredNamespacePrefix)) == "cdce"
    assert str(one(ONTOLOGY, vann.preferredNamespaceUri)) == str(CDCE)
    assert one(ONTOLOGY, DCTERMS.title).language == "en"
    assert any("by itself asserts nothing" in note for note in notes)
    assert (None, OWL.imports, None) not in GRAPH


def parse_example(text: str) -> Graph:
    """Return an example as a graph, read by both parsers alike."""
    header = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    graph = Graph(bind_namespaces="none")
    graph.parse(data=header + text, format="turtle", publicID=VOCABULARY)
    turtle = pyoxigraph.RdfFormat.TURTLE
    other = list(pyoxigraph.parse(header + text, turtle, base_iri=VOCABULARY))
    assert len(other) == len(graph)
    return graph


@pytest.mark.parametrize("term", TERMS, ids=name)
def test_example_is_turtle_that_uses_the_term(term: URIRef) -> None:
    """A term other than a scheme has an example: triples in which it stands."""
    examples = [str(e) for e in GRAPH.objects(term, SKOS.example)]
    is_scheme = (term, RDF.type, SKOS.ConceptScheme) in GRAPH

    assert bool(examples) != (is_scheme or term in WITHOUT_EXAMPLE)
    for example in examples:
        nodes: set[Node] = {node for triple in parse_example(example) for node in triple}
        nodes |= {node.datatype for node in nodes if isinstance(node, Literal) and node.datatype}

        assert term in nodes, example


def test_examples_hold_in_the_dataset(whole: Graph) -> None:
    """Every triple of an example stands in the dataset."""
    examples = [str(e) for e in GRAPH.objects(None, SKOS.example)]

    assert [e for e in examples if any(t not in whole for t in parse_example(e))] == []


def test_dataset_keeps_domains_and_ranges(whole: Graph) -> None:
    """Subjects and values of our properties are of the kinds that the ontology states."""
    faults = set()
    for term in properties():
        domains, ranges = GRAPH.objects(term, RDFS.domain), GRAPH.objects(term, RDFS.range)
        kinds = [*((d, 0) for d in domains), *((r, 1) for r in ranges)]
        for ends in whole.subject_objects(term):
            faults |= {(term, k, ends) for k, end in kinds if not is_of_kind(ends[end], k, whole)}

    assert faults == set()


def is_of_kind(node: Node, kind: Node, graph: Graph) -> bool:
    if isinstance(node, Literal):
        return kind == (node.datatype or (RDF.langString if node.language else XSD.string))
    return (node, RDF.type, kind) in graph


def test_prefixes_are_used_in_order_and_the_same_everywhere() -> None:
    """The prefixes stand in order, each is used, and each is that of terms.py."""
    found = dict(PREFIX.findall(TEXT))
    body = STRING.sub('""', TEXT[TEXT.index("\n\n") :])

    assert list(found) == sorted(found)
    assert found.items() <= PREFIXES.items()
    assert list(PREFIXES) == sorted(PREFIXES)
    assert [p for p in found if not re.search(rf"(?<![\w<]){p}:\w", body)] == []


def test_both_parsers_read_one_graph() -> None:
    """The parsers of rdflib and Oxigraph read the same triples, without a blank node."""
    triples = pyoxigraph.parse(TEXT, pyoxigraph.RdfFormat.TURTLE)
    lines = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert lines is not None

    other = Graph(bind_namespaces="none").parse(data=lines, format="nt")

    assert set(GRAPH) == set(other)
    assert b"_:" not in lines


def test_blocks_have_one_form() -> None:
    """A block is a heading, or a subject with one statement a line and a dot at the end."""
    assert "\t" not in TEXT
    assert "\r" not in TEXT
    assert TEXT.endswith("\n.\n")
    for block in blocks():
        if block[0].startswith("# "):
            assert len(block) == 1, block
            continue
        subject, *statements, dot = block
        assert dot == ".", block
        assert not subject.startswith(" "), block
        assert all(BLOCK_LINE.fullmatch(line) for line in statements), block
        if subject.startswith(("cdce:", "<")):
            assert statements[0].startswith("    a "), block


def test_subjects_stand_in_order() -> None:
    """Within a heading the subjects are alphabetical, and no subject has two blocks."""
    subjects = [block[0] for block in blocks()]
    terms = [s for s in subjects if not s.startswith("# ")]

    assert len(set(terms)) == len(terms)
    for first, second in pairwise(subjects):
        is_heading = first.startswith("# ") or second.startswith("# ")

        assert is_heading or first.strip("<>") < second.strip("<>")


def test_statements_of_a_term_stand_in_one_order() -> None:
    """Every term is described in one order: type, label, definition, what it is a kind of, …."""
    order = [
        "a",
        "skos:prefLabel",
        "skos:definition",
        "rdfs:subClassOf",
        "rdfs:subPropertyOf",
        "rdfs:domain",
        "rdfs:range",
        "owl:inverseOf",
        "skos:inScheme",
        "skos:topConceptOf",
        "skos:broader",
        "skos:narrower",
        "skos:scopeNote",
        "skos:example",
        "rdfs:comment",
        "cdce:evidenceRequired",
        "rdfs:isDefinedBy",
    ]
    for block in blocks():
        if "    rdfs:isDefinedBy" in "\n".join(block):
            places = [order.index(line.split()[0]) for line in block[1:-1]]

            assert places == sorted(places), block[0]
