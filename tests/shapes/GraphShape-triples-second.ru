# A named graph has a second number of triples.
#
# result: GraphShape-triples MaxCount <graph/article> void:triples -

BASE <https://lake.example.org/>
PREFIX void: <http://rdfs.org/ns/void#>

INSERT DATA {
    <graph/article> void:triples 101 .
}
