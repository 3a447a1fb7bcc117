# A document that is read has a second licence.
#
# result: SourceDocumentShape-license MaxCount <source/page> dcterms:license -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <source/page> dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> .
}
