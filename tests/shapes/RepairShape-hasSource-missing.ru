# A repair lacks its document.
#
# result: RepairShape-hasSource MinCount <passage/views-s1#repair-1> oa:hasSource -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <passage/views-s1#repair-1> oa:hasSource <source/page> .
}
