# A declaration has a party.
#
# result: DeclarationShape-hasParty MaxCount <declaration/1> cdce:hasParty -
# result: InstrumentShape-hasParty-participation SPARQL <declaration/1> - <party/AAA>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <declaration/1> cdce:hasParty <party/AAA> .
    <party/AAA> cdce:isPartyTo <declaration/1> .
}
