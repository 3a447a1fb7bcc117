# A statement has a second predicate.
#
# result: StatementShape-predicate MaxCount <statement/session-count> rdf:predicate -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT DATA {
    <statement/session-count> rdf:predicate cdce:sessionNumber .
}
