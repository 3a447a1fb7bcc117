# A dataset has a second version.
#
# result: DatasetShape-version MaxCount <dataset> dcat:version -

BASE <https://lake.example.org/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>

INSERT DATA {
    <dataset> dcat:version "1.0.1" .
}
