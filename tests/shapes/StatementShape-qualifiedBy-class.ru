# The qualifying statement of a statement is of another class.
#
# result: StatementShape-qualifiedBy Class <statement/views-s1-03> cdce:qualifiedBy <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/views-s1-03> cdce:qualifiedBy <statement/count> .
} ;
INSERT DATA {
    <statement/views-s1-03> cdce:qualifiedBy <place/lakeby> .
}
