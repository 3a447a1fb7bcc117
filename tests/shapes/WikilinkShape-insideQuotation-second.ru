# A wikilink stands inside two quotations.
#
# result: WikilinkShape-insideQuotation MaxCount <wikilink/1> cdce:insideQuotation -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX fidelity: <https://w3id.org/cdce/fidelity/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <wikilink/1> cdce:insideQuotation <quotation/2> .
    <quotation/2> a cdce:Quotation ; skos:prefLabel "quotation 2"@en ; schema:position 2 ;
        schema:text "keeps lakes clear"@en ; prov:wasAttributedTo <organization/league> ;
        cdce:quotedInPassage <passage/views-s1> ; cdce:fidelity fidelity:not-checked ;
        oa:hasSource <source/page> ;
        oa:hasSelector <quotation/1#quote> , <quotation/1#position> .
}
