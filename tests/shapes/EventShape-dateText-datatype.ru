# The wording of the date of an event has another datatype.
#
# result: EventShape-dateText Datatype <event/adoption> cdce:dateText "1 May 2001"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <event/adoption> cdce:dateText "1 May 2001"@en .
} ;
INSERT DATA {
    <event/adoption> cdce:dateText "1 May 2001" .
}
