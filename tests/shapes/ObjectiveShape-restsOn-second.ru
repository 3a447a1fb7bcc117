# An objective has a second passage.
#
# result: ObjectiveShape-restsOn MaxCount <objective/1> cdce:restsOn -
# result: ObjectiveShape-text-passage SPARQL <objective/1> - "To keep every lake clear."@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <objective/1> cdce:restsOn <passage/views-s1> .
}
