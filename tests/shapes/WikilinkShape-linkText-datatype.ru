# The text of a wikilink has another datatype.
#
# result: WikilinkShape-linkText Datatype <wikilink/1> cdce:linkText "lake"@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:linkText "lake" .
} ;
INSERT DATA {
    <wikilink/1> cdce:linkText "lake"@en .
}
