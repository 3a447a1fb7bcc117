# A paraphrase comes from outside the document.
#
# result: ModalityShape-inside SPARQL modality:paraphrase - <statement/lead-s1-03>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/lead-s1-03> prov:wasDerivedFrom <passage/lead-s1> .
    <statement/lead-s1-03> cdce:words <statement/lead-s1-03#words> .
} ;
INSERT DATA {
    <statement/lead-s1-03> dcterms:source <document/gazette> .
}
