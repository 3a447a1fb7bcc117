# A selector of offsets has a second start.
#
# result: PassageShape-inSection-inside SPARQL <passage/lead-s1> - <section/lead>
# result: PositionSelectorShape-start MaxCount <section/lead#position> oa:start -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA {
    <section/lead#position> oa:start 1 .
}
