# A statement applies a concept as its rule.
#
# result: StatementShape-appliesRule Or <statement/bound-AAA> cdce:appliesRule <concept/lake>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/bound-AAA> cdce:appliesRule <article/2> .
} ;
INSERT DATA {
    <statement/bound-AAA> cdce:appliesRule <concept/lake> .
}
