# The raw text of a document has a language.
#
# result: SourceDocumentShape-wikitext Datatype <document/more> cdce:wikitext "Lakes"@en

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <section/more> a cdce:Section ; skos:prefLabel "another section"@en ; schema:position 1 ;
        oa:hasSource <document/more> ; oa:hasSelector <section/more#position> .
    <section/more#position> a oa:TextPositionSelector ; skos:prefLabel "offsets"@en ; oa:start 0 ; oa:end 5 .
    <document/more> a cdce:SourceDocument ; skos:prefLabel "another page"@en ; dcterms:language "en" ;
        dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> ;
        dcterms:rights "Nobody"@en ; cdce:wikitext "Lakes"@en ;
        cdce:sha256 "ef4efa1111fdef42b337525935ffcc57da87bc8db31a3501b29a7920b7376132" .
}
