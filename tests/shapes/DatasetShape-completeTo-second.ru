# A dataset has a second last day covered.
#
# result: DatasetShape-completeTo MaxCount <dataset> cdce:completeTo -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <dataset> cdce:completeTo "2009-12-02"^^xsd:date .
}
