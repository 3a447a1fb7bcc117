# An external statement applies a rule.
#
# result: ModalityShape-rule SPARQL modality:external - <statement/session-count>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <statement/session-count> cdce:appliesRule <article/2> .
}
