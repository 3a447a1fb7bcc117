# A statement has a second object.
#
# result: StatementShape-object MaxCount <statement/session-count> rdf:object -

BASE <https://lake.example.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT DATA {
    <statement/session-count> rdf:object 5 .
}
