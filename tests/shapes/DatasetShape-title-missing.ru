# A dataset lacks its title.
#
# result: DatasetShape-title MinCount <dataset> dcterms:title -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:title "Lake Convention Graph"@en .
}
