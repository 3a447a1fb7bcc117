# The quoted text of a selector that quotes is empty.
#
# result: PlaceShape-exact SPARQL <passage/category-1> - ""
# result: QuoteSelectorShape-exact MinLength <passage/category-1#quote> oa:exact ""

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1#quote> oa:exact "[[Category:Treaties]]" .
} ;
INSERT DATA {
    <passage/category-1#quote> oa:exact "" .
}
