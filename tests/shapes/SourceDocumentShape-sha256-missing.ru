# A document that is read lacks its checksum.
#
# result: SourceDocumentShape-sha256 MinCount <source/page> cdce:sha256 -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <source/page> cdce:sha256 "a307b254c3da636f1cb9d554916e288568aaa993d3121fe6362cfc33166b80a8" .
}
