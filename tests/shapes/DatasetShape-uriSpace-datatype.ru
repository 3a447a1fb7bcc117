# The base of a dataset has another datatype.
#
# result: DatasetShape-uriSpace Datatype <dataset> void:uriSpace "https://lake.example.org/"@en

BASE <https://lake.example.org/>
PREFIX void: <http://rdfs.org/ns/void#>

DELETE DATA {
    <dataset> void:uriSpace "https://lake.example.org/" .
} ;
INSERT DATA {
    <dataset> void:uriSpace "https://lake.example.org/"@en .
}
