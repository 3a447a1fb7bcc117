# A dataset lacks its day of issue.
#
# result: DatasetShape-issued MinCount <dataset> dcterms:issued -
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/AAA>
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/XU>

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <dataset> dcterms:issued "2010-01-01"^^xsd:date .
}
