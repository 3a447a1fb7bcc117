# The plain text of a stretch of words is empty.
#
# result: WordsShape-plainText MinLength <statement/lead-s1-01#words> cdce:plainText ""@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/lead-s1-01#words> cdce:plainText "The Lake Convention is a treaty"@en .
} ;
INSERT DATA {
    <statement/lead-s1-01#words> cdce:plainText ""@en .
}
