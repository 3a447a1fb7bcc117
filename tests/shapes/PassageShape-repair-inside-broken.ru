# A passage has the repair of another one.
#
# result: PassageShape-repair-inside SPARQL <passage/lead-s1> - <passage/views-s1#repair-1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <passage/lead-s1> cdce:repair <passage/views-s1#repair-1> .
}
