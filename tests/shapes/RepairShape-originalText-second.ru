# A repair has a second original text.
#
# result: RepairShape-originalText MaxCount <passage/views-s1#repair-1> cdce:originalText -
# result: RepairShape-originalText-exact SPARQL <passage/views-s1#repair-1> - "â€"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <passage/views-s1#repair-1> cdce:originalText "â€" .
}
