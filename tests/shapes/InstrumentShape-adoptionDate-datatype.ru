# The date of adoption of an instrument is a string.
#
# result: InstrumentShape-adoptionDate Datatype <declaration/1> cdce:adoptionDate "2000-01-01"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <declaration/1> cdce:adoptionDate "2000-01-01" .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <declaration/1> ; rdf:predicate cdce:adoptionDate ;
        rdf:object "2000-01-01" ;
        cdce:modality modality:external ; cdce:asserted true ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> .
}
