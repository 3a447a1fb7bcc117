# A dataset has a second description.
#
# result: DatasetShape-description MaxCount <dataset> dcterms:description -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <dataset> dcterms:description "An invented convention, for tests of the shapes. again"@en .
}
