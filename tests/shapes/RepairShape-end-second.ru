# A repair has a second end.
#
# result: RepairShape-end MaxCount <passage/views-s1#repair-1> oa:end -
# result: RepairShape-originalText-exact SPARQL <passage/views-s1#repair-1> - "â€™"

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA {
    <passage/views-s1#repair-1> oa:end 168 .
}
