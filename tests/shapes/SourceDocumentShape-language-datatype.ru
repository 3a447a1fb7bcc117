# The language of a document that is read has another datatype.
#
# result: SourceDocumentShape-language Datatype <source/page> dcterms:language "en"@en

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <source/page> dcterms:language "en" .
} ;
INSERT DATA {
    <source/page> dcterms:language "en"@en .
}
