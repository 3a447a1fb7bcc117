# A statement lacks its predicate.
#
# result: StatementShape-predicate MinCount <statement/session-count> rdf:predicate -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <statement/session-count> rdf:predicate cdce:participantCount .
}
