# A wikilink has a second target.
#
# result: WikilinkShape-linkTarget MaxCount <wikilink/1> cdce:linkTarget -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <wikilink/1> cdce:linkTarget "lak" .
}
