# The plain text of the words of a statement has no language.
#
# result: WordsShape-plainText Datatype <statement/lead-s1-03#words> cdce:plainText "Lake Convention"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/lead-s1-03#words> cdce:plainText "Lake Convention"@en .
} ;
INSERT DATA {
    <statement/lead-s1-03#words> cdce:plainText "Lake Convention" .
}
