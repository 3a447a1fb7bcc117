# The document of a repair is not one that is read.
#
# result: RepairShape-hasSource Class <passage/views-s1#repair-1> oa:hasSource <document/copy>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <passage/views-s1#repair-1> oa:hasSource <source/page> .
} ;
INSERT DATA {
    <passage/views-s1#repair-1> oa:hasSource <document/copy> .
    <document/copy> a foaf:Document ; skos:prefLabel "copy"@en .
} ;
INSERT { <document/copy> ?property ?value }
WHERE {
    <source/page> ?property ?value .
    FILTER(?property NOT IN (rdf:type, skos:prefLabel, cdce:category))
}
