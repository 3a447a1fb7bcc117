# A number of participants is asserted.
#
# result: HeadCountShape-participantCount MaxCount <event/session-1> cdce:participantCount -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/session-count> cdce:asserted false .
} ;
INSERT DATA {
    <statement/session-count> cdce:asserted true .
    <event/session-1> cdce:participantCount 2 .
}
