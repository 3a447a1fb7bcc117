# A dataset has a second title.
#
# result: DatasetShape-title MaxCount <dataset> dcterms:title -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <dataset> dcterms:title "Lake Convention Graph again"@en .
}
