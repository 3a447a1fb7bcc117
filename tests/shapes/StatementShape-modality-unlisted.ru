# The modality of a statement is not in its list.
#
# result: StatementShape-modality In <statement/session-count> cdce:modality <concept/clarity>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX modality: <https://w3id.org/cdce/modality/>

DELETE DATA {
    <statement/session-count> cdce:modality modality:external .
} ;
INSERT DATA {
    <statement/session-count> cdce:modality <concept/clarity> .
}
