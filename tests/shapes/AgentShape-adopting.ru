# A concept adopts an instrument.
#
# result: AgentShape Or <concept/lake> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <convention/1> cdce:adoptedBy <organization/assembly> .
    <statement/adopted-by> rdf:object <organization/assembly> .
} ;
INSERT DATA {
    <convention/1> cdce:adoptedBy <concept/lake> .
    <statement/adopted-by> rdf:object <concept/lake> .
}
