# A statement lacks its mark of assertion.
#
# result: StatementShape-asserted MinCount <statement/session-count> cdce:asserted -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/session-count> cdce:asserted false .
}
