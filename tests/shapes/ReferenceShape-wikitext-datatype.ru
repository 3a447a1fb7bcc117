# The raw text of a footnote has another datatype.
#
# result: ReferenceShape-wikitext Datatype <reference/1> cdce:wikitext "Gazette, page 3"@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <reference/1> cdce:wikitext "Gazette, page 3" .
} ;
INSERT DATA {
    <reference/1> cdce:wikitext "Gazette, page 3"@en .
}
