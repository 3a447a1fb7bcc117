# A named graph is not a dataset.
#
# result: DatasetShape-subset Class <dataset> void:subset <graph/article>

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX void: <http://rdfs.org/ns/void#>

DELETE DATA {
    <graph/article> a void:Dataset .
} ;
INSERT DATA {
    <graph/article> a prov:Entity .
}
