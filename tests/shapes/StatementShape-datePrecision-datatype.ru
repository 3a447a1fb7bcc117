# The precision of the date of a statement has another datatype.
#
# result: StatementShape-datePrecision Datatype <statement/lead-s1-02> cdce:datePrecision "day"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/lead-s1-02> cdce:datePrecision "day"@en .
} ;
INSERT DATA {
    <statement/lead-s1-02> cdce:datePrecision "day" .
}
