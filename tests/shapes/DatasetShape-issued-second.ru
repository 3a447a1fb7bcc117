# A dataset has a second day of issue.
#
# result: DatasetShape-issued MaxCount <dataset> dcterms:issued -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <dataset> dcterms:issued "2010-01-02"^^xsd:date .
}
