# A participation lacks its instrument.
#
# result: ParticipationShape-instrument MinCount <participation/BBB> cdce:instrument -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/BBB> cdce:instrument <convention/1> .
}
