# The note of a statement has another datatype.
#
# result: StatementShape-note Datatype <statement/deposit-gazette> skos:note "one day later than the register"

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <statement/deposit-gazette> skos:note "one day later than the register"@en .
} ;
INSERT DATA {
    <statement/deposit-gazette> skos:note "one day later than the register" .
}
