# A concept hosts an instrument.
#
# result: AgentShape Or <concept/lake> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <convention/1> cdce:underAuspicesOf <organization/league> .
    <statement/host> rdf:object <organization/league> .
} ;
INSERT DATA {
    <convention/1> cdce:underAuspicesOf <concept/lake> .
    <statement/host> rdf:object <concept/lake> .
}
