# The raw text of a document is empty.
#
# result: PlaceShape-inside SPARQL <section/more> - "1"^^xsd:integer
# result: SourceDocumentShape-wikitext MinLength <document/more> cdce:wikitext ""

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <section/more> a cdce:Section ; skos:prefLabel "another section"@en ; schema:position 1 ;
        oa:hasSource <document/more> ; oa:hasSelector <section/more#position> .
    <section/more#position> a oa:TextPositionSelector ; skos:prefLabel "offsets"@en ; oa:start 0 ; oa:end 1 .
    <document/more> a cdce:SourceDocument ; skos:prefLabel "another page"@en ; dcterms:language "en" ;
        dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> ;
        dcterms:rights "Nobody"@en ; cdce:wikitext "" ;
        cdce:sha256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" .
}
