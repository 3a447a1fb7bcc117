# The rule of a repair has another datatype.
#
# result: RepairShape-repairRule Datatype <passage/views-s1#repair-1> cdce:repairRule "UTF-8 that was read as Windows-1252"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1#repair-1> cdce:repairRule "UTF-8 that was read as Windows-1252"@en .
} ;
INSERT DATA {
    <passage/views-s1#repair-1> cdce:repairRule "UTF-8 that was read as Windows-1252" .
}
