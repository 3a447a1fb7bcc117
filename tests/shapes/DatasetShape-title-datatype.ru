# The title of a dataset has another datatype.
#
# result: DatasetShape-title Datatype <dataset> dcterms:title "Lake Convention Graph"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:title "Lake Convention Graph"@en .
} ;
INSERT DATA {
    <dataset> dcterms:title "Lake Convention Graph" .
}
