# A repair lacks its start.
#
# result: RepairShape-start MinCount <passage/views-s1#repair-1> oa:start -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/views-s1#repair-1> oa:start 164 .
}
