# A document that is read has a second checksum.
#
# result: SourceDocumentShape-sha256 MaxCount <source/page> cdce:sha256 -
# result: SourceDocumentShape-sha256-text SPARQL <source/page> - "0000000000000000000000000000000000000000000000000000000000000000"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <source/page> cdce:sha256 "0000000000000000000000000000000000000000000000000000000000000000" .
}
