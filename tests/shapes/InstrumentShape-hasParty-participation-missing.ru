# An instrument has a party that takes no part in it.
#
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/CCC>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <convention/1> cdce:hasParty <party/CCC> .
    <party/CCC> a cdce:State ; skos:prefLabel "Dryland"@en ; cdce:isPartyTo <convention/1> .
}
