# A statement that is no link has a certainty.
#
# result: ModalityShape-certainty SPARQL modality:external - <statement/session-count>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX certainty: <https://w3id.org/cdce/certainty/>

INSERT DATA {
    <statement/session-count> cdce:certainty certainty:likely .
}
