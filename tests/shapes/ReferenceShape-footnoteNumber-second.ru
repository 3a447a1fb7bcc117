# A footnote has a second number.
#
# result: ReferenceShape-footnoteNumber MaxCount <reference/1> cdce:footnoteNumber -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <reference/1> cdce:footnoteNumber 2 .
}
