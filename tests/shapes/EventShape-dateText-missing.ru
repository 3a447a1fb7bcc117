# An event lacks its wording of the date.
#
# result: EventShape-dateText MinCount <event/adoption> cdce:dateText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <event/adoption> cdce:dateText "1 May 2001"@en .
}
