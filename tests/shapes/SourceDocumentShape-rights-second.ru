# A document that is read has a second attribution.
#
# result: SourceDocumentShape-rights MaxCount <source/page> dcterms:rights -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <source/page> dcterms:rights "Authors of the lake page again"@en .
}
