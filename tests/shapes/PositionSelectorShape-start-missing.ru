# A selector of offsets lacks its start.
#
# result: PositionSelectorShape-start MinCount <section/lead#position> oa:start -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <section/lead#position> oa:start 0 .
}
