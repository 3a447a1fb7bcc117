# The position of a wikilink is one less than the least.
#
# result: WikilinkShape-position MinInclusive <wikilink/1> schema:position "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <wikilink/1> schema:position 1 .
} ;
INSERT DATA {
    <wikilink/1> schema:position 0 .
}
