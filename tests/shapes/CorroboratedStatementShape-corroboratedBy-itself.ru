# A statement corroborates itself.
#
# result: CorroboratedStatementShape-corroboratedBy SPARQL <statement/lead-s1-02> - <statement/lead-s1-02>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/lead-s1-02> cdce:corroboratedBy <statement/adoption-year> .
} ;
INSERT DATA {
    <statement/lead-s1-02> cdce:corroboratedBy <statement/lead-s1-02> .
}
