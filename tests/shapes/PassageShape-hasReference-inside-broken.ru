# A passage has the footnote of another one.
#
# result: PassageShape-hasReference-inside SPARQL <passage/views-s1> - <reference/1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <passage/views-s1> cdce:hasReference <reference/1> .
}
