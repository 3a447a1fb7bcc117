# The number of triples of a named graph has another datatype.
#
# result: GraphShape-triples Datatype <graph/article> void:triples "100"^^xsd:int

BASE <https://lake.example.org/>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <graph/article> void:triples 100 .
} ;
INSERT DATA {
    <graph/article> void:triples "100"^^xsd:int .
}
