# An objective lacks its passage.
#
# result: ObjectiveShape-restsOn MinCount <objective/1> cdce:restsOn -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <objective/1> cdce:restsOn <passage/views-i1> .
}
