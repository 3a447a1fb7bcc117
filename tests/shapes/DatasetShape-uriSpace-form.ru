# The base of a dataset does not end in a slash.
#
# result: DatasetShape-uriSpace Pattern <dataset> void:uriSpace "https://lake.example.org"

BASE <https://lake.example.org/>
PREFIX void: <http://rdfs.org/ns/void#>

DELETE DATA {
    <dataset> void:uriSpace "https://lake.example.org/" .
} ;
INSERT DATA {
    <dataset> void:uriSpace "https://lake.example.org" .
}
