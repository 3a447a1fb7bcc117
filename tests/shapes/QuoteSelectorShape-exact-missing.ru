# A selector that quotes lacks its quoted text.
#
# result: QuoteSelectorShape-exact MinCount <passage/category-1#quote> oa:exact -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1#quote> oa:exact "[[Category:Treaties]]" .
}
