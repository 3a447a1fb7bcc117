# The day of issue of a dataset is a string.
#
# result: DatasetShape-issued Datatype <dataset> dcterms:issued "2010-01-01"
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/AAA>
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/XU>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <dataset> dcterms:issued "2010-01-01"^^xsd:date .
    <dataset> cdce:completeTo "2009-12-31"^^xsd:date .
} ;
INSERT DATA {
    <dataset> dcterms:issued "2010-01-01" .
}
