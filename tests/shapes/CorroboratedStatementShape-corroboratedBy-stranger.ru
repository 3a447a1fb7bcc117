# What corroborates a statement is on another thing.
#
# result: CorroboratedStatementShape-corroboratedBy SPARQL <statement/lead-s1-02> - <statement/day-of-year>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/lead-s1-02> cdce:corroboratedBy <statement/adoption-year> .
} ;
INSERT DATA {
    <statement/lead-s1-02> cdce:corroboratedBy <statement/day-of-year> .
}
