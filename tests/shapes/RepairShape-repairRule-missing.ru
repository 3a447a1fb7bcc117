# A repair lacks its rule.
#
# result: RepairShape-repairRule MinCount <passage/views-s1#repair-1> cdce:repairRule -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1#repair-1> cdce:repairRule "UTF-8 that was read as Windows-1252"@en .
}
