# The triple of a reported statement is in the graph.
#
# result: StatementShape-triple-reported SPARQL <statement/more> - <statement/more>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <participation/BBB> skos:note "left"@en .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <participation/BBB> ; rdf:predicate skos:note ;
        rdf:object "left"@en ;
        cdce:modality modality:external ; cdce:asserted false ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> .
}
