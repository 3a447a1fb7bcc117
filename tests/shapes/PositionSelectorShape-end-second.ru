# A selector of offsets has a second end.
#
# result: PlaceShape-exact SPARQL <passage/category-1> - "[[Category:Treaties]]"
# result: PlaceShape-suffix SPARQL <passage/category-1> - "\n"
# result: PositionSelectorShape-end MaxCount <passage/category-1#position> oa:end -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA {
    <passage/category-1#position> oa:end 227 .
}
