# The position of a passage has another datatype.
#
# result: PassageShape-position Datatype <passage/lead-s1> schema:position "1"^^xsd:int

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <passage/lead-s1> schema:position 1 .
} ;
INSERT DATA {
    <passage/lead-s1> schema:position "1"^^xsd:int .
}
