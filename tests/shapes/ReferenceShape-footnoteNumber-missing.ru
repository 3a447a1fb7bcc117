# A footnote lacks its number.
#
# result: ReferenceShape-footnoteNumber MinCount <reference/1> cdce:footnoteNumber -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <reference/1> cdce:footnoteNumber 1 .
}
