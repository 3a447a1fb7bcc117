# A dataset lacks its publisher.
#
# result: DatasetShape-publisher MinCount <dataset> dcterms:publisher -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:publisher <agent/cataloguer> .
}
