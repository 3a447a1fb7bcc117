# The position of an objective is one less than the least.
#
# result: ObjectiveShape-position MinInclusive <objective/1> schema:position "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <objective/1> schema:position 1 .
} ;
INSERT DATA {
    <objective/1> schema:position 0 .
}
