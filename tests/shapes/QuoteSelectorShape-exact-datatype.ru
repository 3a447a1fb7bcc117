# The quoted text of a selector that quotes has another datatype.
#
# result: QuoteSelectorShape-exact Datatype <passage/category-1#quote> oa:exact "[[Category:Treaties]]"@en

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1#quote> oa:exact "[[Category:Treaties]]" .
} ;
INSERT DATA {
    <passage/category-1#quote> oa:exact "[[Category:Treaties]]"@en .
}
