# The position of an objective has another datatype.
#
# result: ObjectiveShape-position Datatype <objective/1> schema:position "1"^^xsd:int

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <objective/1> schema:position 1 .
} ;
INSERT DATA {
    <objective/1> schema:position "1"^^xsd:int .
}
