# A wikilink has a second passage.
#
# result: WikilinkShape-inPassage MaxCount <wikilink/1> cdce:inPassage -
# result: WikilinkShape-inside SPARQL <wikilink/1> - <passage/views-i1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <wikilink/1> cdce:inPassage <passage/views-i1> .
}
