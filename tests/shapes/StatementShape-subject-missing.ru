# A statement lacks its subject.
#
# result: StatementShape-subject MinCount <statement/session-count> rdf:subject -

BASE <https://lake.example.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <statement/session-count> rdf:subject <event/session-1> .
}
