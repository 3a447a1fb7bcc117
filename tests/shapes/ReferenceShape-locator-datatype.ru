# The locator of a footnote has another datatype.
#
# result: ReferenceShape-locator Datatype <reference/1> cdce:locator "page 3"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <reference/1> cdce:locator "page 3"@en .
} ;
INSERT DATA {
    <reference/1> cdce:locator "page 3" .
}
