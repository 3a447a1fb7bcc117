# The raw text of a footnote is empty.
#
# result: ReferenceShape-wikitext MinLength <reference/1> cdce:wikitext ""

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <reference/1> cdce:wikitext "Gazette, page 3" .
} ;
INSERT DATA {
    <reference/1> cdce:wikitext "" .
}
