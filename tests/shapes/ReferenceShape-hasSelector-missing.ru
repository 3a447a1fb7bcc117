# A footnote has no selector that quotes the characters.
#
# result: ReferenceShape-hasSelector HasValue <reference/1> - -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <reference/1> oa:hasSelector <reference/1#quote> .
}
