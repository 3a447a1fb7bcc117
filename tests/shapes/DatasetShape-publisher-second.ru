# A dataset has a second publisher.
#
# result: DatasetShape-publisher MaxCount <dataset> dcterms:publisher -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <dataset> dcterms:publisher <agent/authors> .
}
