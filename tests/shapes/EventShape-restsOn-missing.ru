# An event lacks its basis.
#
# result: EventShape-restsOn MinCount <event/adoption> cdce:restsOn -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <event/adoption> cdce:restsOn <passage/lead-s1> .
}
