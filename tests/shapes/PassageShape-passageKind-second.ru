# A passage has a second kind.
#
# result: PassageShape-passageKind MaxCount <passage/category-1> cdce:passageKind -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX passage-kind: <https://w3id.org/cdce/passage-kind/>

INSERT DATA {
    <passage/category-1> cdce:passageKind passage-kind:list-item .
}
