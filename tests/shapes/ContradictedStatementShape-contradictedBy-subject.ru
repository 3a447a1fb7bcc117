# What contradicts a statement is on another subject.
#
# result: ContradictedStatementShape-contradictedBy SPARQL <statement/deposit-gazette> - <statement/session-number>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/deposit-gazette> cdce:contradictedBy <statement/deposit-register> .
} ;
INSERT DATA {
    <statement/deposit-gazette> cdce:contradictedBy <statement/session-number> .
}
