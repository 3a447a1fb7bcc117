# A dataset lacks its attribution.
#
# result: DatasetShape-rights MinCount <dataset> dcterms:rights -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:rights "Lake Convention Graph"@en .
}
