# A document has a second publisher.
#
# result: DocumentShape-publisher MaxCount <document/gazette> dcterms:publisher -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <document/gazette> dcterms:publisher <organization/league> .
}
