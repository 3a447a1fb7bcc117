# A wikilink stands in a passage that does not hold it.
#
# result: WikilinkShape-inside SPARQL <wikilink/1> - <passage/lead-s1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:inPassage <passage/views-s1> .
} ;
INSERT DATA {
    <wikilink/1> cdce:inPassage <passage/lead-s1> .
}
