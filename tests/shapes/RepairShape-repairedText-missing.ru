# A repair lacks its repaired text.
#
# result: RepairShape-repairedText MinCount <passage/views-s1#repair-1> cdce:repairedText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1#repair-1> cdce:repairedText "’" .
}
