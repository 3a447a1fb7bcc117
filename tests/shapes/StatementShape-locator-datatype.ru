# The locator of a statement has another datatype.
#
# result: StatementShape-locator Datatype <statement/adoption-year> cdce:locator "page 1"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/adoption-year> cdce:locator "page 1"@en .
} ;
INSERT DATA {
    <statement/adoption-year> cdce:locator "page 1" .
}
