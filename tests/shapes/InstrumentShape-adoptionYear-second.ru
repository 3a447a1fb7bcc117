# An instrument has a second year of adoption.
#
# result: InstrumentShape-adoptionYear MaxCount <convention/1> cdce:adoptionYear -
# result: InstrumentShape-adoptionYear-date SPARQL <convention/1> - "2002"^^xsd:gYear

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <convention/1> cdce:adoptionYear "2002"^^xsd:gYear .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <convention/1> ; rdf:predicate cdce:adoptionYear ;
        rdf:object "2002"^^xsd:gYear ;
        cdce:modality modality:external ; cdce:asserted true ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> .
}
