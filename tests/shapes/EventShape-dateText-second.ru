# An event has a second wording of the date.
#
# result: EventShape-dateText MaxCount <event/adoption> cdce:dateText -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <event/adoption> cdce:dateText "1 May 2001 again"@en .
}
