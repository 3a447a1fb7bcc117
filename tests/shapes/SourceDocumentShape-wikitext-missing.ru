# A document that is read lacks its raw text.
#
# result: SourceDocumentShape-wikitext MinCount <source/page> cdce:wikitext -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <source/page> cdce:wikitext "The Lake Convention is a [[Treaty|treaty]] adopted on 1 May 2001.<ref>Gazette, page 3</ref>\n== Views ==\nThe League says that it \"keeps [[lake]]s clear\" for Lakelandâ€™s people.\n* To keep every lake clear.\n[[Category:Treaties]]\n" .
}
