# A passage has a second plain text.
#
# result: PassageShape-plainText MaxCount <passage/category-1> cdce:plainText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <passage/category-1> cdce:plainText "Category:Treaties again"@en .
}
