# A selector that quotes has a second prefix.
#
# result: PlaceShape-prefix SPARQL <passage/category-1> - " clear.\nagain"
# result: QuoteSelectorShape-prefix MaxCount <passage/category-1#quote> oa:prefix -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA {
    <passage/category-1#quote> oa:prefix " clear.\nagain" .
}
