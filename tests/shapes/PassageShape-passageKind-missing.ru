# A passage lacks its kind.
#
# result: PassageShape-passageKind MinCount <passage/category-1> cdce:passageKind -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX passage-kind: <https://w3id.org/cdce/passage-kind/>

DELETE DATA {
    <passage/category-1> cdce:passageKind passage-kind:category .
}
