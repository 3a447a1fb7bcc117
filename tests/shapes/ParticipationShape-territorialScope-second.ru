# A participation has a second territorial scope.
#
# result: ParticipationShape-territorialScope MaxCount <participation/AAA> cdce:territorialScope -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <participation/AAA> cdce:territorialScope "without the islands again"@en .
}
