# A repair has a second repaired text.
#
# result: RepairShape-repairedText MaxCount <passage/views-s1#repair-1> cdce:repairedText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <passage/views-s1#repair-1> cdce:repairedText "’again" .
}
