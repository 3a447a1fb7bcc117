# A selector of offsets lacks its end.
#
# result: PositionSelectorShape-end MinCount <passage/category-1#position> oa:end -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1#position> oa:end 226 .
}
