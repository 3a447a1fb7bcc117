# A repair has a second start.
#
# result: RepairShape-originalText-exact SPARQL <passage/views-s1#repair-1> - "â€™"
# result: RepairShape-start MaxCount <passage/views-s1#repair-1> oa:start -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA {
    <passage/views-s1#repair-1> oa:start 165 .
}
