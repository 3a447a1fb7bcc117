# The repaired text of a repair has another datatype.
#
# result: RepairShape-repairedText Datatype <passage/views-s1#repair-1> cdce:repairedText "’"@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1#repair-1> cdce:repairedText "’" .
} ;
INSERT DATA {
    <passage/views-s1#repair-1> cdce:repairedText "’"@en .
}
