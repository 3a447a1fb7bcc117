"""The prefixes and the terms of ontology.ttl; a misspelt own term is an error."""

# The names of properties are those of the vocabulary.
# ruff: noqa: N815

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT as DCAT_2
from rdflib.namespace import (
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SH,
    SKOS,
    VANN,
    VOID,
    XSD,
    ClosedNamespace,
    DefinedNamespace,
    Namespace,
)
from rdflib.term import Node

__all__ = [
    "CDCE",
    "CERTAINTY",
    "CITO",
    "CONSENT_TYPE",
    "DCAT",
    "DCTERMS",
    "EDTF",
    "ELI",
    "FABIO",
    "FIDELITY",
    "FOAF",
    "MODALITY",
    "OA",
    "ORG",
    "OWL",
    "PASSAGE_KIND",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SD",
    "SEM",
    "SH",
    "SKOS",
    "SPDX",
    "UNDO",
    "VANN",
    "VOCABULARY",
    "VOID",
    "VOID_EXT",
    "XSD",
    "Triple",
    "Triples",
    "bind_prefixes",
    "find_member",
    "is_term",
]

VOCABULARY = "https://w3id.org/cdce/"

Triple = tuple[Node, Node, Node]
# What the builders of graphs yield: things described by IRIs and literals.
Triples = Iterator[tuple[URIRef, URIRef, URIRef | Literal]]

CITO = Namespace("http://purl.org/spar/cito/")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
FABIO = Namespace("http://purl.org/spar/fabio/")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = SDO
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
UNDO = Namespace("https://w3id.org/un/ontology/undo/")
VOID_EXT = Namespace("http://ldf.fi/void-ext#")


class DCAT(DCAT_2):
    """DCAT with the terms of version 3 that rdflib does not know."""

    hasCurrentVersion: URIRef
    hasVersion: URIRef
    isVersionOf: URIRef
    previousVersion: URIRef
    version: URIRef


class CDCE(DefinedNamespace):
    """The classes, properties and datatypes of ontology.ttl."""

    _NS = Namespace(VOCABULARY + "ontology#")
    _fail = True

    # Classes
    Adoption: URIRef
    Convention: URIRef
    Declaration: URIRef
    EntryIntoForce: URIRef
    EntryIntoForceRule: URIRef
    Event: URIRef
    GoverningBodySession: URIRef
    HistoricalDevelopment: URIRef
    InternationalInstrument: URIRef
    NegotiationProcess: URIRef
    Objective: URIRef
    Observance: URIRef
    Participation: URIRef
    Passage: URIRef
    Quotation: URIRef
    Reference: URIRef
    RegionalIntegrationOrganization: URIRef
    Repair: URIRef
    Section: URIRef
    SourceDocument: URIRef
    State: URIRef
    Statement: URIRef
    Wikilink: URIRef

    # Object properties
    adoptedBy: URIRef
    adoptedInResponseTo: URIRef
    aimsToProtectAndPromote: URIRef
    appliesRule: URIRef
    calledFor: URIRef
    category: URIRef
    certainty: URIRef
    citesProvision: URIRef
    concernsInstrument: URIRef
    consentType: URIRef
    contradictedBy: URIRef
    corroboratedBy: URIRef
    definesTerm: URIRef
    denotes: URIRef
    electoralGroup: URIRef
    ensures: URIRef
    entryIntoForceRule: URIRef
    essentialRequirementFor: URIRef
    externalLink: URIRef
    fidelity: URIRef
    firstSource: URIRef
    hasCharacter: URIRef
    hasParty: URIRef
    hasReference: URIRef
    hasStatedObjective: URIRef
    imposesObligationsOn: URIRef
    inPassage: URIRef
    inSection: URIRef
    insideQuotation: URIRef
    instrument: URIRef
    intendedBeneficiary: URIRef
    isNotMerely: URIRef
    isPartyTo: URIRef
    isRichAssetFor: URIRef
    legalNature: URIRef
    modality: URIRef
    party: URIRef
    passageKind: URIRef
    proclaimedBy: URIRef
    promotes: URIRef
    provision: URIRef
    qualifiedBy: URIRef
    quotedInPassage: URIRef
    reaffirms: URIRef
    recognises: URIRef
    repair: URIRef
    restsOn: URIRef
    secondSource: URIRef
    seeAlsoLink: URIRef
    supportedBy: URIRef
    supports: URIRef
    threatens: URIRef
    unRegion: URIRef
    underAuspicesOf: URIRef
    words: URIRef

    # Datatype properties
    adoptionDate: URIRef
    adoptionYear: URIRef
    asOfText: URIRef
    asserted: URIRef
    completeTo: URIRef
    countsOrganizations: URIRef
    datePrecision: URIRef
    dateText: URIRef
    delay: URIRef
    depositDate: URIRef
    edtf: URIRef
    effectiveDate: URIRef
    effectiveDateByRule: URIRef
    endDate: URIRef
    entryIntoForceDate: URIRef
    footnoteNumber: URIRef
    formerName: URIRef
    hasDeclarationOrReservation: URIRef
    holdsFrom: URIRef
    holdsUntil: URIRef
    linkTarget: URIRef
    linkText: URIRef
    locator: URIRef
    mainObjective: URIRef
    originalText: URIRef
    participantCount: URIRef
    plainText: URIRef
    proclamationDate: URIRef
    proclamationYear: URIRef
    purpose: URIRef
    ratifyingMemberStateCount: URIRef
    recursOn: URIRef
    repairRule: URIRef
    repairedText: URIRef
    riskedBeing: URIRef
    sessionNumber: URIRef
    sha256: URIRef
    territorialScope: URIRef
    threshold: URIRef
    wikitext: URIRef

    # Annotation properties
    evidenceRequired: URIRef

    # Datatypes
    alpha2Code: URIRef
    alpha3Code: URIRef
    m49Code: URIRef


CERTAINTY = ClosedNamespace(
    VOCABULARY + "certainty/",
    ["identity-checked", "in-document", "likely"],
)
CONSENT_TYPE = ClosedNamespace(
    VOCABULARY + "consent-type/",
    [
        "acceptance",
        "accession",
        "approval",
        "ratification",
        "ratification-acceptance-or-approval",
    ],
)
FIDELITY = ClosedNamespace(
    VOCABULARY + "fidelity/",
    ["altered", "not-checked", "verbatim"],
)
MODALITY = ClosedNamespace(
    VOCABULARY + "modality/",
    [
        "claim",
        "computed",
        "dated-count",
        "document",
        "external",
        "fact",
        "link",
        "paraphrase",
        "quoted",
    ],
)
PASSAGE_KIND = ClosedNamespace(
    VOCABULARY + "passage-kind/",
    ["category", "list-item", "sentence"],
)

PREFIXES: dict[str, str] = {
    "cdce": str(CDCE),
    "cito": str(CITO),
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "edtf": str(EDTF),
    "eli": str(ELI),
    "fabio": str(FABIO),
    "foaf": str(FOAF),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sd": str(SD),
    "sem": str(SEM),
    "sh": str(SH),
    "skos": str(SKOS),
    "spdx": str(SPDX),
    "undo": str(UNDO),
    "vann": str(VANN),
    "void": str(VOID),
    "void-ext": str(VOID_EXT),
    "xsd": str(XSD),
}

# The namespaces whose terms are listed; of the others every name passes.
LISTED: tuple[type[DefinedNamespace] | ClosedNamespace, ...] = (
    CDCE,
    CERTAINTY,
    CONSENT_TYPE,
    DCAT,
    DCTERMS,
    FIDELITY,
    FOAF,
    MODALITY,
    ORG,
    OWL,
    PASSAGE_KIND,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VOID,
    XSD,
)
OPEN: tuple[Namespace, ...] = (CITO, EDTF, ELI, FABIO, OA, SEM, UNDO)


def is_term(iri: URIRef) -> bool:
    """Say whether an IRI is a term of a vocabulary that is used here."""
    return any(iri in namespace for namespace in LISTED) or any(
        iri.startswith(namespace) for namespace in OPEN
    )


def find_member(code_list: ClosedNamespace, name: str) -> URIRef | None:
    """Return the member of a code list by its name, or None."""
    member = URIRef(code_list + name)
    return member if member in code_list else None


def bind_prefixes(graph: Graph) -> None:
    """Bind every prefix to a graph, in place of what it had under that name."""
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
