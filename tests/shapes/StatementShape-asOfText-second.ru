# A statement has a second wording of the day it is of.
#
# result: StatementShape-asOfText MaxCount <statement/lead-s1-02> cdce:asOfText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/lead-s1-02> cdce:asOfText "on 1 May 2001 again"@en .
}
