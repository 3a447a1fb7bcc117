# The section of a passage is of another class.
#
# result: PassageShape-inSection Class <passage/category-1> cdce:inSection <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/category-1> cdce:inSection <section/views> .
} ;
INSERT DATA {
    <passage/category-1> cdce:inSection <place/lakeby> .
}
