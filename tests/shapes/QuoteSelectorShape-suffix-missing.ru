# A selector that quotes lacks its suffix.
#
# result: QuoteSelectorShape-suffix MinCount <passage/category-1#quote> oa:suffix -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1#quote> oa:suffix "\n" .
}
