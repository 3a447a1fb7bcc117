# A party is party to an instrument that does not have it.
#
# result: PartyShape-isPartyTo-inverse SPARQL <party/BBB> - <declaration/1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <party/BBB> cdce:isPartyTo <declaration/1> .
}
