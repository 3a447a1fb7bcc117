# The raw text of a footnote is another one.
#
# result: ReferenceShape-wikitext-inside SPARQL <reference/1> - "Gazette, page 4"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <reference/1> cdce:wikitext "Gazette, page 3" .
} ;
INSERT DATA {
    <reference/1> cdce:wikitext "Gazette, page 4" .
}
