# A place is in two documents.
#
# result: PlaceShape-hasSource MaxCount <section/lead> oa:hasSource -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <section/lead> oa:hasSource <document/copy> .
    <document/copy> a cdce:SourceDocument ; skos:prefLabel "copy"@en .
} ;
INSERT { <document/copy> ?property ?value }
WHERE {
    <source/page> ?property ?value .
    FILTER(?property NOT IN (rdf:type, skos:prefLabel, cdce:category))
}
