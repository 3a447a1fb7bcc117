# The passage of a wikilink is of another class.
#
# result: WikilinkShape-inPassage Class <wikilink/1> cdce:inPassage <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:inPassage <passage/views-s1> .
} ;
INSERT DATA {
    <wikilink/1> cdce:inPassage <place/lakeby> .
}
