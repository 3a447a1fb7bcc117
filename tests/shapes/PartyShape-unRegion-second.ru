# A party has a second region of the United Nations.
#
# result: PartyShape-unRegion MaxCount <party/AAA> cdce:unRegion -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <party/AAA> cdce:unRegion <category/treaties> .
}
