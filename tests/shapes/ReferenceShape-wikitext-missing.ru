# A footnote lacks its raw text.
#
# result: ReferenceShape-wikitext MinCount <reference/1> cdce:wikitext -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <reference/1> cdce:wikitext "Gazette, page 3" .
}
