# A passage stands in a section that does not hold it.
#
# result: PassageShape-inSection-inside SPARQL <passage/lead-s1> - <section/views>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/lead-s1> cdce:inSection <section/lead> .
} ;
INSERT DATA {
    <passage/lead-s1> cdce:inSection <section/views> .
}
