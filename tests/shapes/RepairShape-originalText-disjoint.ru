# A repair leaves the text as it was.
#
# result: RepairShape-originalText Disjoint <passage/views-s1#repair-1> cdce:originalText "â€™"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1#repair-1> cdce:repairedText "’" .
} ;
INSERT DATA {
    <passage/views-s1#repair-1> cdce:repairedText "â€™" .
}
