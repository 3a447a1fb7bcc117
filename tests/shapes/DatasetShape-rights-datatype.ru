# The attribution of a dataset has another datatype.
#
# result: DatasetShape-rights Datatype <dataset> dcterms:rights "Lake Convention Graph"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:rights "Lake Convention Graph"@en .
} ;
INSERT DATA {
    <dataset> dcterms:rights "Lake Convention Graph" .
}
