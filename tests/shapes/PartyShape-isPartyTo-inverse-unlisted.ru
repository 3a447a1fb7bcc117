# An instrument has a party that is not party to it.
#
# result: PartyShape-isPartyTo-inverse SPARQL <party/AAA> - <convention/1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <party/AAA> cdce:isPartyTo <convention/1> .
}
