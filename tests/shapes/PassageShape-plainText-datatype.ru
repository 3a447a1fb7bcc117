# The plain text of a passage has another datatype.
#
# result: PassageShape-plainText Datatype <passage/category-1> cdce:plainText "Category:Treaties"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/category-1> cdce:plainText "Category:Treaties"@en .
} ;
INSERT DATA {
    <passage/category-1> cdce:plainText "Category:Treaties" .
}
