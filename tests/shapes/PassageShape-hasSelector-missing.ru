# A passage has no selector that quotes the characters.
#
# result: PassageShape-hasSelector HasValue <passage/category-1> - -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1> oa:hasSelector <passage/category-1#quote> .
}
