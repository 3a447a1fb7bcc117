# A statement has a second subject.
#
# result: StatementShape-subject MaxCount <statement/session-count> rdf:subject -

BASE <https://lake.example.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT DATA {
    <statement/session-count> rdf:subject <event/adoption> .
}
