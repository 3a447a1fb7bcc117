# A document that is read lacks its licence.
#
# result: SourceDocumentShape-license MinCount <source/page> dcterms:license -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <source/page> dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> .
}
