# A document that is read has a second language.
#
# result: SourceDocumentShape-language MaxCount <source/page> dcterms:language -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <source/page> dcterms:language "enagain" .
}
