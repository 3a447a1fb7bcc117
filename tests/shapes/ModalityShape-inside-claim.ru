# A claim comes from outside the document.
#
# result: ModalityShape-inside SPARQL modality:claim - <statement/views-s1-02>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/views-s1-02> prov:wasDerivedFrom <passage/views-s1> .
    <statement/views-s1-02> cdce:words <statement/views-s1-02#words> .
} ;
INSERT DATA {
    <statement/views-s1-02> dcterms:source <document/gazette> .
}
