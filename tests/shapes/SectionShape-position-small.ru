# The position of a section is one less than the least.
#
# result: SectionShape-position MinInclusive <section/lead> schema:position "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <section/lead> schema:position 1 .
} ;
INSERT DATA {
    <section/lead> schema:position 0 .
}
