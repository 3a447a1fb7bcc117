# What contradicts a statement is of another class.
#
# result: StatementShape-contradictedBy Class <statement/deposit-gazette> cdce:contradictedBy <statement/deposit-register>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/deposit-register> a cdce:Statement .
} ;
INSERT DATA {
    <statement/deposit-register> a prov:Entity .
}
