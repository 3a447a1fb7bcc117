# The region of the United Nations of a party is of another class.
#
# result: PartyShape-unRegion Class <party/AAA> cdce:unRegion <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <party/AAA> cdce:unRegion <region/north> .
} ;
INSERT DATA {
    <party/AAA> cdce:unRegion <place/lakeby> .
}
