# The number of a footnote has another datatype.
#
# result: ReferenceShape-footnoteNumber Datatype <reference/1> cdce:footnoteNumber "1"^^xsd:int

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <reference/1> cdce:footnoteNumber 1 .
} ;
INSERT DATA {
    <reference/1> cdce:footnoteNumber "1"^^xsd:int .
}
