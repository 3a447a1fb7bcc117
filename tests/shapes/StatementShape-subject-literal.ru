# The subject of a statement is a literal.
#
# result: StatementShape-subject NodeKind <statement/session-count> rdf:subject "https://lake.example.org/event/session-1"

BASE <https://lake.example.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <statement/session-count> rdf:subject <event/session-1> .
} ;
INSERT DATA {
    <statement/session-count> rdf:subject "https://lake.example.org/event/session-1" .
}
