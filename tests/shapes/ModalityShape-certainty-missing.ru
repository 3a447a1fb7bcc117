# A link has no certainty.
#
# result: ModalityShape-certainty SPARQL modality:link - <statement/link-clarity>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX certainty: <https://w3id.org/cdce/certainty/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA {
    <statement/link-clarity> cdce:certainty certainty:likely .
    <statement/link-clarity> rdf:predicate rdfs:seeAlso .
    <concept/clarity> rdfs:seeAlso <http://things.example.net/clarity> .
} ;
INSERT DATA {
    <statement/link-clarity> rdf:predicate dcterms:references .
    <concept/clarity> dcterms:references <http://things.example.net/clarity> .
}
