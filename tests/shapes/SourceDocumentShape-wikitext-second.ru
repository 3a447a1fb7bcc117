# A document that is read has a second raw text.
#
# result: SourceDocumentShape-sha256-text SPARQL <source/page> - "a307b254c3da636f1cb9d554916e288568aaa993d3121fe6362cfc33166b80a8"
# result: SourceDocumentShape-wikitext MaxCount <source/page> cdce:wikitext -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <source/page> cdce:wikitext "The Lake Convention is a [[Treaty|treaty]] adopted on 1 May 2001.<ref>Gazette, page 3</ref>\n== Views ==\nThe League says that it \"keeps [[lake]]s clear\" for Lakelandâ€™s people.\n* To keep every lake clear.\n[[Category:Treaties]]\nagain" .
}
