# The position of a passage is one less than the least.
#
# result: PassageShape-position MinInclusive <passage/lead-s1> schema:position "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <passage/lead-s1> schema:position 1 .
} ;
INSERT DATA {
    <passage/lead-s1> schema:position 0 .
}
