# A dataset lacks its description.
#
# result: DatasetShape-description MinCount <dataset> dcterms:description -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:description "An invented convention, for tests of the shapes."@en .
}
