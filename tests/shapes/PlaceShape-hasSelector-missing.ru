# A section has no selector of its offsets.
#
# result: PlaceShape-hasSelector HasValue <section/lead> - -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <section/lead> oa:hasSelector <section/lead#position> .
} ;
INSERT DATA {
    <section/lead> oa:hasSelector <section/lead#quote> .
    <section/lead#quote> a oa:TextQuoteSelector ; skos:prefLabel "wikitext of section lead"@en ;
        oa:exact "T" ; oa:prefix "" ; oa:suffix "h" .
}
