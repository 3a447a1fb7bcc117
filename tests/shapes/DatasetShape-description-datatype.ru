# The description of a dataset has another datatype.
#
# result: DatasetShape-description Datatype <dataset> dcterms:description "An invented convention, for tests of the shapes."

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:description "An invented convention, for tests of the shapes."@en .
} ;
INSERT DATA {
    <dataset> dcterms:description "An invented convention, for tests of the shapes." .
}
