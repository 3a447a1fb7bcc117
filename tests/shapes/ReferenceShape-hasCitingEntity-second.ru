# A footnote has a second citing document.
#
# result: ReferenceShape-hasCitingEntity MaxCount <reference/1> cito:hasCitingEntity -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <reference/1> cito:hasCitingEntity <document/copy> .
    <document/copy> a cdce:SourceDocument ; skos:prefLabel "copy"@en .
} ;
INSERT { <document/copy> ?property ?value }
WHERE {
    <source/page> ?property ?value .
    FILTER(?property NOT IN (rdf:type, skos:prefLabel, cdce:category))
}
