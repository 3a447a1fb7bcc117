# A party has a second electoral group.
#
# result: PartyShape-electoralGroup MaxCount <party/AAA> cdce:electoralGroup -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <party/AAA> cdce:electoralGroup <category/treaties> .
}
