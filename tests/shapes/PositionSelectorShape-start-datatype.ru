# The start of a selector of offsets has another datatype.
#
# result: PositionSelectorShape-start Datatype <section/lead#position> oa:start "0"^^xsd:int

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <section/lead#position> oa:start 0 .
} ;
INSERT DATA {
    <section/lead#position> oa:start "0"^^xsd:int .
}
