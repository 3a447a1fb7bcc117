# A document has a second date.
#
# result: DocumentShape-date MaxCount <document/gazette> dcterms:date -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <document/gazette> dcterms:date "2001-05-03"^^xsd:date .
}
