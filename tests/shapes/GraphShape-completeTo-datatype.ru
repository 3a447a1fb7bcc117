# The last day covered of a named graph has another datatype.
#
# result: GraphShape-completeTo Datatype <graph/article> cdce:completeTo "2009-12-31"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <graph/article> cdce:completeTo "2009-12-31"^^xsd:date .
} ;
INSERT DATA {
    <graph/article> cdce:completeTo "2009-12-31" .
}
