# A dataset has no named graphs.
#
# result: DatasetShape-subset MinCount <dataset> void:subset -

BASE <https://lake.example.org/>
PREFIX void: <http://rdfs.org/ns/void#>

DELETE DATA {
    <dataset> void:subset <graph/article> .
}
