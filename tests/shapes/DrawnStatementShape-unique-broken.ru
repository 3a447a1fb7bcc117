# Two statements of a passage have one triple.
#
# result: DrawnStatementShape-unique SPARQL <statement/views-s1-01> - <statement/views-s1-02>
# result: DrawnStatementShape-unique SPARQL <statement/views-s1-02> - <statement/views-s1-01>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <statement/views-s1-02> rdf:predicate cdce:promotes .
} ;
INSERT DATA {
    <statement/views-s1-02> rdf:predicate cdce:ensures .
}
