# A participation has a second instrument.
#
# result: ParticipationShape-instrument MaxCount <participation/BBB> cdce:instrument -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <participation/BBB> cdce:instrument <convention/2> .
    <convention/2> a cdce:Convention ; skos:prefLabel "Second Convention"@en ;
        dcterms:title "Second Convention"@en ; cdce:entryIntoForceRule <rule/entry-into-force> .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <convention/2> ; rdf:predicate rdf:type ;
        rdf:object cdce:Convention ;
        cdce:modality modality:external ; cdce:asserted true ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> .
}
