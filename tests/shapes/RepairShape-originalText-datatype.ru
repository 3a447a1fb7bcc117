# The original text of a repair has another datatype.
#
# result: RepairShape-originalText Datatype <passage/views-s1#repair-1> cdce:originalText "â€™"@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1#repair-1> cdce:originalText "â€™" .
} ;
INSERT DATA {
    <passage/views-s1#repair-1> cdce:originalText "â€™"@en .
}
