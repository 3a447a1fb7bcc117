# The day to which a dataset is complete is a string.
#
# result: DatasetShape-completeTo Datatype <dataset> cdce:completeTo "2009-12-31"
# result: DatasetShape-completeTo LessThanOrEquals <dataset> cdce:completeTo "2009-12-31"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <dataset> cdce:completeTo "2009-12-31"^^xsd:date .
} ;
INSERT DATA {
    <dataset> cdce:completeTo "2009-12-31" .
}
