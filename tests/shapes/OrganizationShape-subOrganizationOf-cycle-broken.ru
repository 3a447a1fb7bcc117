# Two organisations are part of each other.
#
# result: OrganizationShape-subOrganizationOf-cycle SPARQL <organization/assembly> - <organization/assembly>
# result: OrganizationShape-subOrganizationOf-cycle SPARQL <organization/league> - <organization/league>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX modality: <https://w3id.org/cdce/modality/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <organization/league> org:subOrganizationOf <organization/assembly> .
    <statement/more> a cdce:Statement ; skos:prefLabel "statement more"@en ;
        rdf:subject <organization/league> ; rdf:predicate org:subOrganizationOf ;
        rdf:object <organization/assembly> ;
        cdce:modality modality:external ; cdce:asserted true ;
        prov:wasAttributedTo <organization/lake-press> ; dcterms:source <document/gazette> .
}
