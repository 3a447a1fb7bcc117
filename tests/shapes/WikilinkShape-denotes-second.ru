# A wikilink has a second denoted thing.
#
# result: WikilinkShape-denotes MaxCount <wikilink/1> cdce:denotes -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <wikilink/1> cdce:denotes <concept/water> .
}
