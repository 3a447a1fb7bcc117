# The licence of a document that is read is a literal.
#
# result: SourceDocumentShape-license NodeKind <source/page> dcterms:license "https://creativecommons.org/licenses/by-sa/4.0/"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <source/page> dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> .
} ;
INSERT DATA {
    <source/page> dcterms:license "https://creativecommons.org/licenses/by-sa/4.0/" .
}
