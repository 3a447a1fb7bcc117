# The end of a selector of offsets has another datatype.
#
# result: PositionSelectorShape-end Datatype <passage/category-1#position> oa:end "226"^^xsd:int

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <passage/category-1#position> oa:end 226 .
} ;
INSERT DATA {
    <passage/category-1#position> oa:end "226"^^xsd:int .
}
