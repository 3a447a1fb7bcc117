# The territorial scope of a participation has another datatype.
#
# result: ParticipationShape-territorialScope Datatype <participation/AAA> cdce:territorialScope "without the islands"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/AAA> cdce:territorialScope "without the islands"@en .
} ;
INSERT DATA {
    <participation/AAA> cdce:territorialScope "without the islands" .
}
