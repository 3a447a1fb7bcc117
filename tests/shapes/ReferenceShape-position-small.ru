# The position of a footnote is one less than the least.
#
# result: ReferenceShape-position MinInclusive <reference/1> schema:position "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <reference/1> schema:position 1 .
} ;
INSERT DATA {
    <reference/1> schema:position 0 .
}
