# A dated count is asserted.
#
# result: ModalityShape-count SPARQL modality:dated-count - <statement/views-s1-03>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <statement/views-s1-03> cdce:asserted false .
    <statement/views-s1-03> rdf:predicate cdce:ratifyingMemberStateCount .
} ;
INSERT DATA {
    <statement/views-s1-03> cdce:asserted true ; rdf:predicate skos:note .
    <convention/1> skos:note 3 .
}
