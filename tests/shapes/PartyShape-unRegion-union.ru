# An organisation of States is in a place instead of a region.
#
# result: PartyShape-unRegion Class <party/XU> cdce:unRegion <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <party/XU> cdce:unRegion <place/lakeby> .
}
