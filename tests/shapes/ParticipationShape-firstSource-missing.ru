# A participation lacks its first source.
#
# result: ParticipationShape-firstSource MinCount <participation/AAA> cdce:firstSource -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/AAA> cdce:firstSource <document/register> .
}
