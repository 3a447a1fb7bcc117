# Two things are the same as one thing elsewhere.
#
# result: IdentityShape-unique SPARQL owl:sameAs - <concept/lake>
# result: IdentityShape-unique SPARQL owl:sameAs - <concept/water>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX certainty: <https://w3id.org/cdce/certainty/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/water> owl:sameAs <http://things.example.net/lake> .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <concept/water> ; rdf:predicate owl:sameAs ;
        rdf:object <http://things.example.net/lake> ;
        cdce:modality modality:link ; cdce:asserted true ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> ;
        cdce:certainty certainty:identity-checked ; skos:note "none"@en .
}
