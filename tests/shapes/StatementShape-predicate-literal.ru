# The predicate of a statement is a literal.
#
# result: StatementShape-predicate NodeKind <statement/session-count> rdf:predicate "https://w3id.org/cdce/ontology#participantCount"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <statement/session-count> rdf:predicate cdce:participantCount .
} ;
INSERT DATA {
    <statement/session-count> rdf:predicate "https://w3id.org/cdce/ontology#participantCount" .
}
