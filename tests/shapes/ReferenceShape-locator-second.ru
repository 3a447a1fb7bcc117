# A footnote has a second locator.
#
# result: ReferenceShape-locator MaxCount <reference/1> cdce:locator -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <reference/1> cdce:locator "page 3 again"@en .
}
