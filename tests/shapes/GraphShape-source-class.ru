# The source of a named graph is of another class.
#
# result: GraphShape-source Class <graph/article> dcterms:source <place/lakeby>

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <graph/article> dcterms:source <source/page> .
} ;
INSERT DATA {
    <graph/article> dcterms:source <place/lakeby> .
}
