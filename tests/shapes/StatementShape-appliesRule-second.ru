# A statement has a second applied rule.
#
# result: StatementShape-appliesRule MaxCount <statement/bound-AAA> cdce:appliesRule -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/bound-AAA> cdce:appliesRule <article/1> .
}
