# A passage stands in a second section, which does not hold it.
#
# result: PassageShape-inSection MaxCount <passage/lead-s1> cdce:inSection -
# result: PassageShape-inSection-inside SPARQL <passage/lead-s1> - <section/views>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <passage/lead-s1> cdce:inSection <section/views> .
}
