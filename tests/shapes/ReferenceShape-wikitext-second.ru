# A footnote has a second raw text.
#
# result: ReferenceShape-wikitext MaxCount <reference/1> cdce:wikitext -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <reference/1> cdce:wikitext "Gazette" .
}
