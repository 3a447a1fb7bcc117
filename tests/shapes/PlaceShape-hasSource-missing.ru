# A placed thing lacks its document.
#
# result: PlaceShape-hasSource MinCount <passage/category-1> oa:hasSource -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/category-1> oa:hasSource <source/page> .
}
