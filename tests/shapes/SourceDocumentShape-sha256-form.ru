# The checksum of a document has capital letters.
#
# result: SourceDocumentShape-sha256 Pattern <source/page> cdce:sha256 "A307B254C3DA636F1CB9D554916E288568AAA993D3121FE6362CFC33166B80A8"
# result: SourceDocumentShape-sha256-text SPARQL <source/page> - "A307B254C3DA636F1CB9D554916E288568AAA993D3121FE6362CFC33166B80A8"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <source/page> cdce:sha256 "a307b254c3da636f1cb9d554916e288568aaa993d3121fe6362cfc33166b80a8" .
} ;
INSERT DATA {
    <source/page> cdce:sha256 "A307B254C3DA636F1CB9D554916E288568AAA993D3121FE6362CFC33166B80A8" .
}
