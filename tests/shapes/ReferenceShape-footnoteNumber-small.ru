# The number of a footnote is one less than the least.
#
# result: ReferenceShape-footnoteNumber MinInclusive <reference/1> cdce:footnoteNumber "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <reference/1> cdce:footnoteNumber 1 .
} ;
INSERT DATA {
    <reference/1> cdce:footnoteNumber 0 .
}
