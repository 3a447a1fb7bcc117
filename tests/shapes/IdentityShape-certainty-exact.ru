# An identity is asserted and was not checked.
#
# result: IdentityShape-certainty SPARQL skos:exactMatch - <statement/link-water>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX certainty: <https://w3id.org/cdce/certainty/>

DELETE DATA {
    <statement/link-water> cdce:certainty certainty:identity-checked .
} ;
INSERT DATA {
    <statement/link-water> cdce:certainty certainty:likely .
}
