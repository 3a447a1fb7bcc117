# A named graph has a second last day covered.
#
# result: GraphShape-completeTo MaxCount <graph/article> cdce:completeTo -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <graph/article> cdce:completeTo "2009-12-02"^^xsd:date .
}
