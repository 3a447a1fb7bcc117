# The checksum of a document that is read has another datatype.
#
# result: SourceDocumentShape-sha256 Datatype <source/page> cdce:sha256 "a307b254c3da636f1cb9d554916e288568aaa993d3121fe6362cfc33166b80a8"@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <source/page> cdce:sha256 "a307b254c3da636f1cb9d554916e288568aaa993d3121fe6362cfc33166b80a8" .
} ;
INSERT DATA {
    <source/page> cdce:sha256 "a307b254c3da636f1cb9d554916e288568aaa993d3121fe6362cfc33166b80a8"@en .
}
