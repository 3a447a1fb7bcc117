# A repair lacks its end.
#
# result: RepairShape-end MinCount <passage/views-s1#repair-1> oa:end -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/views-s1#repair-1> oa:end 167 .
}
