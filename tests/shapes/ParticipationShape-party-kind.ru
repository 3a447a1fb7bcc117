# The party of a participation is an organisation of another kind.
#
# result: ParticipationShape-party Or <participation/BBB> cdce:party <organization/league>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/BBB> cdce:party <party/BBB> .
} ;
INSERT DATA {
    <participation/BBB> cdce:party <organization/league> .
}
