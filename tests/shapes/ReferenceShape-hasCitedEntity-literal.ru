# The cited thing of a footnote is a literal.
#
# result: ReferenceShape-hasCitedEntity NodeKind <reference/1> cito:hasCitedEntity "https://lake.example.org/document/gazette"

BASE <https://lake.example.org/>
PREFIX cito: <http://purl.org/spar/cito/>

DELETE DATA {
    <reference/1> cito:hasCitedEntity <document/gazette> .
} ;
INSERT DATA {
    <reference/1> cito:hasCitedEntity "https://lake.example.org/document/gazette" .
}
