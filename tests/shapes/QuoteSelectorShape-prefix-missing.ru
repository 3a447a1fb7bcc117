# A selector that quotes lacks its prefix.
#
# result: QuoteSelectorShape-prefix MinCount <passage/category-1#quote> oa:prefix -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1#quote> oa:prefix " clear.\n" .
}
