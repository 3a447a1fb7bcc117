# A dataset that is no catalogued one has no version.
#
# result: DatasetShape-version MinCount <dataset> dcat:version -

BASE <https://lake.example.org/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>

DELETE DATA {
    <dataset> a dcat:Dataset .
    <dataset> dcat:version "1.0.0" .
}
