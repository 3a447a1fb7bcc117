# A passage lacks its plain text.
#
# result: PassageShape-plainText MinCount <passage/category-1> cdce:plainText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/category-1> cdce:plainText "Category:Treaties"@en .
}
