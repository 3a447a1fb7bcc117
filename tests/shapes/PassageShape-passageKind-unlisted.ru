# The kind of a passage is not in its list.
#
# result: PassageShape-passageKind In <passage/category-1> cdce:passageKind <concept/clarity>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX passage-kind: <https://w3id.org/cdce/passage-kind/>

DELETE DATA {
    <passage/category-1> cdce:passageKind passage-kind:category .
} ;
INSERT DATA {
    <passage/category-1> cdce:passageKind <concept/clarity> .
}
