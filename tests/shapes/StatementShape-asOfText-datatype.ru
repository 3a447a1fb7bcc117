# The wording of the day it is of of a statement has another datatype.
#
# result: StatementShape-asOfText Datatype <statement/lead-s1-02> cdce:asOfText "on 1 May 2001"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/lead-s1-02> cdce:asOfText "on 1 May 2001"@en .
} ;
INSERT DATA {
    <statement/lead-s1-02> cdce:asOfText "on 1 May 2001" .
}
