# The attribution of a named graph has another datatype.
#
# result: GraphShape-rights Datatype <graph/article> dcterms:rights "Authors of the lake page"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <graph/article> dcterms:rights "Authors of the lake page"@en .
} ;
INSERT DATA {
    <graph/article> dcterms:rights "Authors of the lake page" .
}
