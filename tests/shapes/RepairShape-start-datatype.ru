# The start of a repair has another datatype.
#
# result: RepairShape-start Datatype <passage/views-s1#repair-1> oa:start "164"^^xsd:int

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <passage/views-s1#repair-1> oa:start 164 .
} ;
INSERT DATA {
    <passage/views-s1#repair-1> oa:start "164"^^xsd:int .
}
