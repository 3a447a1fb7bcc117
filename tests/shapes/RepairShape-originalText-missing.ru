# A repair lacks its original text.
#
# result: RepairShape-originalText MinCount <passage/views-s1#repair-1> cdce:originalText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1#repair-1> cdce:originalText "â€™" .
}
