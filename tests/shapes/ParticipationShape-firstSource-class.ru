# The first source of a participation is of another class.
#
# result: ParticipationShape-firstSource Class <participation/AAA> cdce:firstSource <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/AAA> cdce:firstSource <document/register> .
} ;
INSERT DATA {
    <participation/AAA> cdce:firstSource <place/lakeby> .
}
