# The checksum of a document is that of another text.
#
# result: SourceDocumentShape-sha256-text SPARQL <source/page> - "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <source/page> cdce:sha256 "a307b254c3da636f1cb9d554916e288568aaa993d3121fe6362cfc33166b80a8" .
} ;
INSERT DATA {
    <source/page> cdce:sha256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" .
}
