# A dataset has a second base.
#
# result: DatasetShape-uriSpace MaxCount <dataset> void:uriSpace -

BASE <https://lake.example.org/>
PREFIX void: <http://rdfs.org/ns/void#>

INSERT DATA {
    <dataset> void:uriSpace "https://pond.example.org/" .
}
