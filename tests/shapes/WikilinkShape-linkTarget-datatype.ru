# The target of a wikilink has another datatype.
#
# result: WikilinkShape-linkTarget Datatype <wikilink/1> cdce:linkTarget "lake"@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:linkTarget "lake" .
} ;
INSERT DATA {
    <wikilink/1> cdce:linkTarget "lake"@en .
}
