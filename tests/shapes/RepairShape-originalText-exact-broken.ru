# The original text of a repair is not what the document has.
#
# result: RepairShape-originalText-exact SPARQL <passage/views-s1#repair-1> - "â€™s"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1#repair-1> cdce:originalText "â€™" .
} ;
INSERT DATA {
    <passage/views-s1#repair-1> cdce:originalText "â€™s" .
}
