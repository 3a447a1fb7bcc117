# A statement has a second certainty.
#
# result: StatementShape-certainty MaxCount <statement/link-clarity> cdce:certainty -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX certainty: <https://w3id.org/cdce/certainty/>

INSERT DATA {
    <statement/link-clarity> cdce:certainty certainty:identity-checked .
}
