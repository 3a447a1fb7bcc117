# The licence of a named graph is a literal.
#
# result: GraphShape-license NodeKind <graph/article> dcterms:license "https://creativecommons.org/licenses/by-sa/4.0/"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <graph/article> dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> .
} ;
INSERT DATA {
    <graph/article> dcterms:license "https://creativecommons.org/licenses/by-sa/4.0/" .
}
