# A statement has a second stretch of words.
#
# result: StatementShape-words MaxCount <statement/lead-s1-01> cdce:words -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/lead-s1-01> cdce:words <statement/lead-s1-03#words> .
}
