# An organisation is part of a concept.
#
# result: OrganizationShape-subOrganizationOf Class <organization/assembly> org:subOrganizationOf <concept/lake>

BASE <https://lake.example.org/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <organization/assembly> org:subOrganizationOf <organization/league> .
    <statement/assembly> rdf:object <organization/league> .
} ;
INSERT DATA {
    <organization/assembly> org:subOrganizationOf <concept/lake> .
    <statement/assembly> rdf:object <concept/lake> .
}
