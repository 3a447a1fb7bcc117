# A stretch of words lacks its plain text.
#
# result: WordsShape-plainText MinCount <statement/lead-s1-01#words> cdce:plainText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/lead-s1-01#words> cdce:plainText "The Lake Convention is a treaty"@en .
}
