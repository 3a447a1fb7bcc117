# A document that is read lacks its attribution.
#
# result: SourceDocumentShape-rights MinCount <source/page> dcterms:rights -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <source/page> dcterms:rights "Authors of the lake page"@en .
}
