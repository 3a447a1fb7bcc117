# A link is drawn from a passage.
#
# result: ModalityShape-outside SPARQL modality:link - <statement/views-s1-02>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX certainty: <https://w3id.org/cdce/certainty/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <statement/views-s1-02> cdce:modality modality:claim .
} ;
INSERT DATA {
    <statement/views-s1-02> cdce:modality modality:link ; cdce:certainty certainty:likely ;
        skos:note "a guess"@en .
}
