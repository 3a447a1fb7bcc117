# An identity is asserted and was not checked.
#
# result: IdentityShape-certainty SPARQL owl:sameAs - <statement/link-lake>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX certainty: <https://w3id.org/cdce/certainty/>

DELETE DATA {
    <statement/link-lake> cdce:certainty certainty:identity-checked .
} ;
INSERT DATA {
    <statement/link-lake> cdce:certainty certainty:likely .
}
