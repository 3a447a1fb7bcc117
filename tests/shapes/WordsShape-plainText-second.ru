# A stretch of words has a second plain text.
#
# result: WordsShape-plainText MaxCount <statement/lead-s1-01#words> cdce:plainText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/lead-s1-01#words> cdce:plainText "The Lake Convention is a treaty again"@en .
}
