# The number of a session of a governing body is one less than the least.
#
# result: GoverningBodySessionShape-sessionNumber MinInclusive <event/session-1> cdce:sessionNumber "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <event/session-1> cdce:sessionNumber 1 .
    <statement/session-number> rdf:object 1 .
} ;
INSERT DATA {
    <event/session-1> cdce:sessionNumber 0 .
    <statement/session-number> rdf:object 0 .
}
