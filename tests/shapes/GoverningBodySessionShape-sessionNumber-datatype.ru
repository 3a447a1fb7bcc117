# The number of a session of a governing body has another datatype.
#
# result: GoverningBodySessionShape-sessionNumber Datatype <event/session-1> cdce:sessionNumber "1"^^xsd:int

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/session-1> cdce:sessionNumber 1 .
    <statement/session-number> rdf:object 1 .
} ;
INSERT DATA {
    <event/session-1> cdce:sessionNumber "1"^^xsd:int .
    <statement/session-number> rdf:object "1"^^xsd:int .
}
