# A dataset has a second attribution.
#
# result: DatasetShape-rights MaxCount <dataset> dcterms:rights -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <dataset> dcterms:rights "Lake Convention Graph again"@en .
}
