# The title of a document has another datatype.
#
# result: DocumentShape-title Datatype <document/gazette> dcterms:title "Lake Gazette"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <document/gazette> dcterms:title "Lake Gazette"@en .
} ;
INSERT DATA {
    <document/gazette> dcterms:title "Lake Gazette" .
}
