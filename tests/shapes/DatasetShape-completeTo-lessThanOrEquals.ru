# A dataset is complete to a day after its issue.
#
# result: DatasetShape-completeTo LessThanOrEquals <dataset> cdce:completeTo "2010-01-02"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <dataset> cdce:completeTo "2009-12-31"^^xsd:date .
} ;
INSERT DATA {
    <dataset> cdce:completeTo "2010-01-02"^^xsd:date .
}
