# The address of a document has another datatype.
#
# result: DocumentShape-url Datatype <document/gazette> schema:url "https://gazette.example.org/"

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <document/gazette> schema:url "https://gazette.example.org/"^^xsd:anyURI .
} ;
INSERT DATA {
    <document/gazette> schema:url "https://gazette.example.org/" .
}
