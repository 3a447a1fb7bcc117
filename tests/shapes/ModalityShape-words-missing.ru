# A statement drawn from a passage has no words.
#
# result: ModalityShape-words SPARQL modality:dated-count - <statement/views-s1-03>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/views-s1-03> cdce:words <statement/views-s1-03#words> .
}
