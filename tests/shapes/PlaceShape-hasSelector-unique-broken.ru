# A section has two selectors of offsets.
#
# result: PlaceShape-hasSelector-unique SPARQL <section/lead> - <section/lead#more>
# result: PlaceShape-hasSelector-unique SPARQL <section/lead> - <section/lead#position>

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <section/lead> oa:hasSelector <section/lead#more> .
    <section/lead#more> a oa:TextPositionSelector ; skos:prefLabel "more offsets"@en ;
        oa:start 0 ; oa:end 92 .
}
