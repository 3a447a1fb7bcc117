# The instrument of a participation is not a convention.
#
# result: ParticipationShape-instrument Class <participation/BBB> cdce:instrument <convention/2>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <participation/BBB> cdce:instrument <convention/1> .
} ;
INSERT DATA {
    <participation/BBB> cdce:instrument <convention/2> .
    <convention/2> a prov:Entity ; skos:prefLabel "Second Convention"@en ;
        cdce:entryIntoForceRule <rule/entry-into-force> .
}
