# A wikilink lacks its denoted thing.
#
# result: WikilinkShape-denotes MinCount <wikilink/1> cdce:denotes -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:denotes <concept/lake> .
}
