# The version of a dataset has another form.
#
# result: DatasetShape-version Pattern <dataset> dcat:version "1.0"

BASE <https://lake.example.org/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>

DELETE DATA {
    <dataset> dcat:version "1.0.0" .
} ;
INSERT DATA {
    <dataset> dcat:version "1.0" .
}
