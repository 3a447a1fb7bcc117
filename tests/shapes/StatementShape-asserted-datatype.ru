# The mark of assertion of a statement has another datatype.
#
# result: StatementShape-asserted Datatype <statement/session-count> cdce:asserted "false"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/session-count> cdce:asserted false .
} ;
INSERT DATA {
    <statement/session-count> cdce:asserted "false" .
}
