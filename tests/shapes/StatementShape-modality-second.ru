# A statement has a second modality.
#
# result: StatementShape-modality MaxCount <statement/session-count> cdce:modality -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX modality: <https://w3id.org/cdce/modality/>

INSERT DATA {
    <statement/session-count> cdce:modality modality:computed .
}
