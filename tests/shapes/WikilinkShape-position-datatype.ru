# The position of a wikilink has another datatype.
#
# result: WikilinkShape-position Datatype <wikilink/1> schema:position "1"^^xsd:int

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <wikilink/1> schema:position 1 .
} ;
INSERT DATA {
    <wikilink/1> schema:position "1"^^xsd:int .
}
