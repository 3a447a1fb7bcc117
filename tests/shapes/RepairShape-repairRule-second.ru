# A repair has a second rule.
#
# result: RepairShape-repairRule MaxCount <passage/views-s1#repair-1> cdce:repairRule -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <passage/views-s1#repair-1> cdce:repairRule "UTF-8 that was read as Windows-1252 again"@en .
}
