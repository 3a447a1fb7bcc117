# The suffix of a selector that quotes has another datatype.
#
# result: QuoteSelectorShape-suffix Datatype <passage/category-1#quote> oa:suffix "\n"@en

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1#quote> oa:suffix "\n" .
} ;
INSERT DATA {
    <passage/category-1#quote> oa:suffix "\n"@en .
}
