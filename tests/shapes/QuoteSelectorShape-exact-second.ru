# A selector that quotes has a second quoted text.
#
# result: PlaceShape-exact SPARQL <passage/category-1> - "[[Category:Treaties]]again"
# result: QuoteSelectorShape-exact MaxCount <passage/category-1#quote> oa:exact -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA {
    <passage/category-1#quote> oa:exact "[[Category:Treaties]]again" .
}
