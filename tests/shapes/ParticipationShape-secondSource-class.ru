# The second source of a participation is of another class.
#
# result: ParticipationShape-secondSource Class <participation/AAA> cdce:secondSource <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/AAA> cdce:secondSource <document/gazette> .
} ;
INSERT DATA {
    <participation/AAA> cdce:secondSource <place/lakeby> .
}
