# A link has a statement without a certainty.
#
# result: LinkShape-evidence SPARQL <place/lakeby> rdfs:seeAlso <http://things.example.net/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <place/lakeby> rdfs:seeAlso <http://things.example.net/lakeby> .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <place/lakeby> ; rdf:predicate rdfs:seeAlso ;
        rdf:object <http://things.example.net/lakeby> ;
        cdce:modality modality:external ; cdce:asserted true ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> .
}
