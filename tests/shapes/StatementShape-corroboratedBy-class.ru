# What corroborates a statement is of another class.
#
# result: StatementShape-corroboratedBy Class <statement/lead-s1-02> cdce:corroboratedBy <statement/adoption-year>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/adoption-year> a cdce:Statement .
} ;
INSERT DATA {
    <statement/adoption-year> a prov:Entity .
}
