# The target of a wikilink is not what is written.
#
# result: WikilinkShape-linkTarget-written SPARQL <wikilink/1> - "pond"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:linkTarget "lake" .
} ;
INSERT DATA {
    <wikilink/1> cdce:linkTarget "pond" .
}
