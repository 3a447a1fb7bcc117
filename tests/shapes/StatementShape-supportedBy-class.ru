# The footnote of a statement is of another class.
#
# result: StatementShape-supportedBy Class <statement/lead-s1-02> cdce:supportedBy <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/lead-s1-02> cdce:supportedBy <reference/1> .
} ;
INSERT DATA {
    <statement/lead-s1-02> cdce:supportedBy <place/lakeby> .
}
