# A passage lacks its section.
#
# result: PassageShape-inSection MinCount <passage/category-1> cdce:inSection -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/category-1> cdce:inSection <section/views> .
}
