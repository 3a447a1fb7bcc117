# The second source of a participation is the first.
#
# result: ParticipationShape-secondSource Disjoint <participation/AAA> cdce:secondSource <document/register>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/AAA> cdce:secondSource <document/gazette> .
} ;
INSERT DATA {
    <participation/AAA> cdce:secondSource <document/register> .
}
