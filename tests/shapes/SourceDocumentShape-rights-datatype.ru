# The attribution of a document that is read has another datatype.
#
# result: SourceDocumentShape-rights Datatype <source/page> dcterms:rights "Authors of the lake page"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <source/page> dcterms:rights "Authors of the lake page"@en .
} ;
INSERT DATA {
    <source/page> dcterms:rights "Authors of the lake page" .
}
