# The end of a repair has another datatype.
#
# result: RepairShape-end Datatype <passage/views-s1#repair-1> oa:end "167"^^xsd:int

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <passage/views-s1#repair-1> oa:end 167 .
} ;
INSERT DATA {
    <passage/views-s1#repair-1> oa:end "167"^^xsd:int .
}
