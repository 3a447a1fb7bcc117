# Who is bound is not a party.
#
# result: ParticipationShape-party-bound SPARQL <participation/AAA> - <party/AAA>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <convention/1> cdce:hasParty <party/AAA> .
    <party/AAA> cdce:isPartyTo <convention/1> .
}
