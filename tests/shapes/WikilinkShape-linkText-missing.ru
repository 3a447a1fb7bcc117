# A wikilink lacks its text.
#
# result: WikilinkShape-linkText MinCount <wikilink/1> cdce:linkText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:linkText "lake" .
}
