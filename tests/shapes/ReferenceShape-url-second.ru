# A footnote has a second address.
#
# result: ReferenceShape-url MaxCount <reference/1> schema:url -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <reference/1> schema:url "https://gazette.example.org/3again"^^xsd:anyURI .
}
