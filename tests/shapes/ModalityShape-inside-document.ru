# An indexing statement comes from outside the document.
#
# result: ModalityShape-inside SPARQL modality:document - <statement/lead-s1-04>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/lead-s1-04> prov:wasDerivedFrom <passage/category-1> .
    <statement/lead-s1-04> cdce:words <statement/lead-s1-04#words> .
} ;
INSERT DATA {
    <statement/lead-s1-04> dcterms:source <document/gazette> .
}
