# Two footnotes have one number.
#
# result: ReferenceShape-footnoteNumber-unique SPARQL <reference/1> - <reference/2>
# result: ReferenceShape-footnoteNumber-unique SPARQL <reference/2> - <reference/1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <reference/2> a cdce:Reference ; skos:prefLabel "footnote 2"@en ; schema:position 2 ;
        cdce:footnoteNumber 1 ; cito:hasCitingEntity <source/page> ;
        cito:hasCitedEntity <document/gazette> ; cdce:wikitext "Gazette" ;
        oa:hasSource <source/page> ;
        oa:hasSelector <reference/1#quote> , <reference/1#position> .
}
