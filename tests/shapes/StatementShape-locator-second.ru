# A statement has a second locator.
#
# result: StatementShape-locator MaxCount <statement/adoption-year> cdce:locator -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/adoption-year> cdce:locator "page 1 again"@en .
}
