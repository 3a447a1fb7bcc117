# A statement has a second precision of the date.
#
# result: StatementShape-datePrecision MaxCount <statement/lead-s1-02> cdce:datePrecision -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/lead-s1-02> cdce:datePrecision "day again"@en .
}
