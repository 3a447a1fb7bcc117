# The prefix of a selector that quotes has another datatype.
#
# result: QuoteSelectorShape-prefix Datatype <passage/category-1#quote> oa:prefix " clear.\n"@en

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1#quote> oa:prefix " clear.\n" .
} ;
INSERT DATA {
    <passage/category-1#quote> oa:prefix " clear.\n"@en .
}
