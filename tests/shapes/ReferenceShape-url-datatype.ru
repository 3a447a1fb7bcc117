# The address of a footnote has another datatype.
#
# result: ReferenceShape-url Datatype <reference/1> schema:url "https://gazette.example.org/3"

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <reference/1> schema:url "https://gazette.example.org/3"^^xsd:anyURI .
} ;
INSERT DATA {
    <reference/1> schema:url "https://gazette.example.org/3" .
}
