# A declaration enters into force.
#
# result: DeclarationShape-entryIntoForceDate MaxCount <declaration/1> cdce:entryIntoForceDate -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <declaration/1> cdce:entryIntoForceDate "2002-01-01"^^xsd:date .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <declaration/1> ; rdf:predicate cdce:entryIntoForceDate ;
        rdf:object "2002-01-01"^^xsd:date ;
        cdce:modality modality:external ; cdce:asserted true ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> .
}
