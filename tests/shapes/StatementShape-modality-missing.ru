# A statement lacks its modality.
#
# result: StatementShape-modality MinCount <statement/session-count> cdce:modality -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX modality: <https://w3id.org/cdce/modality/>

DELETE DATA {
    <statement/session-count> cdce:modality modality:external .
}
