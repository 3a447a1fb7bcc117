# The version of a dataset has another datatype.
#
# result: DatasetShape-version Datatype <dataset> dcat:version "1.0.0"@en

BASE <https://lake.example.org/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>

DELETE DATA {
    <dataset> dcat:version "1.0.0" .
} ;
INSERT DATA {
    <dataset> dcat:version "1.0.0"@en .
}
