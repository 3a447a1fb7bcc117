# The denoted thing of a wikilink is a literal.
#
# result: WikilinkShape-denotes NodeKind <wikilink/1> cdce:denotes "https://lake.example.org/concept/lake"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:denotes <concept/lake> .
} ;
INSERT DATA {
    <wikilink/1> cdce:denotes "https://lake.example.org/concept/lake" .
}
