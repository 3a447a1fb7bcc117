# A participation lacks its party.
#
# result: ParticipationShape-party MinCount <participation/BBB> cdce:party -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/BBB> cdce:party <party/BBB> .
}
