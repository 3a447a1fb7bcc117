# A wikilink has a second text.
#
# result: WikilinkShape-linkText MaxCount <wikilink/1> cdce:linkText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <wikilink/1> cdce:linkText "lakeagain" .
}
