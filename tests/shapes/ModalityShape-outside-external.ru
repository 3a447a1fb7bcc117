# An external statement is drawn from a passage.
#
# result: ModalityShape-outside SPARQL modality:external - <statement/views-s1-02>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX modality: <https://w3id.org/cdce/modality/>

DELETE DATA {
    <statement/views-s1-02> cdce:modality modality:claim .
} ;
INSERT DATA {
    <statement/views-s1-02> cdce:modality modality:external .
}
