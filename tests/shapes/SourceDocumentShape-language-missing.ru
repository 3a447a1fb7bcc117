# A document that is read lacks its language.
#
# result: SourceDocumentShape-language MinCount <source/page> dcterms:language -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <source/page> dcterms:language "en" .
}
