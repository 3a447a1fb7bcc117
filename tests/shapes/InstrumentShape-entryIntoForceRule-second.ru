# An instrument has a second rule of entry into force.
#
# result: InstrumentShape-entryIntoForceRule MaxCount <convention/1> cdce:entryIntoForceRule -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <convention/1> cdce:entryIntoForceRule <rule/more> .
    <rule/more> a cdce:EntryIntoForceRule ; skos:prefLabel "another rule"@en ; cdce:threshold 1 ;
        cdce:delay "P1D"^^xsd:duration ; cdce:countsOrganizations true ; cdce:provision <article/2> .
}
