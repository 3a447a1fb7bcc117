# The certainty of a statement is not in its list.
#
# result: StatementShape-certainty In <statement/link-clarity> cdce:certainty <concept/clarity>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX certainty: <https://w3id.org/cdce/certainty/>

DELETE DATA {
    <statement/link-clarity> cdce:certainty certainty:likely .
} ;
INSERT DATA {
    <statement/link-clarity> cdce:certainty <concept/clarity> .
}
