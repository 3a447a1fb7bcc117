# A fact comes from outside the document.
#
# result: ModalityShape-inside SPARQL modality:fact - <statement/lead-s1-01>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/lead-s1-01> prov:wasDerivedFrom <passage/lead-s1> .
    <statement/lead-s1-01> cdce:words <statement/lead-s1-01#words> .
} ;
INSERT DATA {
    <statement/lead-s1-01> dcterms:source <document/gazette> .
}
