# A selector that quotes has a second suffix.
#
# result: PlaceShape-suffix SPARQL <passage/category-1> - "\nagain"
# result: QuoteSelectorShape-suffix MaxCount <passage/category-1#quote> oa:suffix -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA {
    <passage/category-1#quote> oa:suffix "\nagain" .
}
