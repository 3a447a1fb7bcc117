# A concept proclaims an observance.
#
# result: AgentShape Or <concept/lake> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <observance/lake-day> cdce:proclaimedBy <organization/assembly> .
    <statement/day-by> rdf:object <organization/assembly> .
} ;
INSERT DATA {
    <observance/lake-day> cdce:proclaimedBy <concept/lake> .
    <statement/day-by> rdf:object <concept/lake> .
}
