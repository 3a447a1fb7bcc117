# The plain text of a passage is empty.
#
# result: PassageShape-plainText MinLength <passage/category-1> cdce:plainText ""@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/category-1> cdce:plainText "Category:Treaties"@en .
} ;
INSERT DATA {
    <passage/category-1> cdce:plainText ""@en .
}
