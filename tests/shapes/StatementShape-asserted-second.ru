# A statement has a second mark of assertion.
#
# result: StatementShape-asserted MaxCount <statement/session-count> cdce:asserted -
# result: StatementShape-triple-asserted SPARQL <statement/session-count> - <statement/session-count>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/session-count> cdce:asserted true .
}
