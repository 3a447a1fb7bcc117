# What a party is party to is not an instrument.
#
# result: PartyShape-isPartyTo Class <party/BBB> cdce:isPartyTo <part/i>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <party/BBB> cdce:isPartyTo <part/i> .
    <part/i> cdce:hasParty <party/BBB> .
}
