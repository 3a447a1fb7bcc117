# An instrument has a party that left.
#
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/BBB>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <convention/1> cdce:hasParty <party/BBB> .
    <party/BBB> cdce:isPartyTo <convention/1> .
}
