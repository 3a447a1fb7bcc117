# The position of a footnote has another datatype.
#
# result: ReferenceShape-position Datatype <reference/1> schema:position "1"^^xsd:int

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <reference/1> schema:position 1 .
} ;
INSERT DATA {
    <reference/1> schema:position "1"^^xsd:int .
}
