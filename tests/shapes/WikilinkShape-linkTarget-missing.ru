# A wikilink lacks its target.
#
# result: WikilinkShape-linkTarget MinCount <wikilink/1> cdce:linkTarget -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:linkTarget "lake" .
}
