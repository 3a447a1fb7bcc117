# A thing is the same as a string.
#
# result: LinkShape-sameAs NodeKind <place/lakeby> owl:sameAs "Lakeby"

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
    <place/lakeby> owl:sameAs "Lakeby" .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <place/lakeby> ; rdf:predicate owl:sameAs ;
        rdf:object "Lakeby" ;
        cdce:modality modality:link ; cdce:asserted true ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> ;
        cdce:certainty certainty:identity-checked ; skos:note "none"@en .
}
