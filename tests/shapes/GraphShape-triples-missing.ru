# A named graph lacks its number of triples.
#
# result: GraphShape-triples MinCount <graph/article> void:triples -

BASE <https://lake.example.org/>
PREFIX void: <http://rdfs.org/ns/void#>

DELETE DATA {
    <graph/article> void:triples 100 .
}
