# A property of the vocabulary is misspelt.
#
# result: DatasetShape-vocabulary SPARQL <dataset> - cdce:depositedOn

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <participation/BBB> cdce:depositedOn "2003-01-01"^^xsd:date .
}
