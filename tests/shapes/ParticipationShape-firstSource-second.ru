# A participation has a second first source.
#
# result: ParticipationShape-firstSource MaxCount <participation/AAA> cdce:firstSource -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <participation/AAA> cdce:firstSource <source/page> .
}
