# The start of a selector of offsets is one less than the least.
#
# result: PositionSelectorShape-start MinInclusive <section/lead#position> oa:start "-1"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <section/lead#position> oa:start 0 .
} ;
INSERT DATA {
    <section/lead#position> oa:start -1 .
}
