# A statement from outside has words.
#
# result: ModalityShape-words SPARQL modality:external - <statement/session-count>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/session-count> cdce:words <statement/lead-s1-03#words> .
}
