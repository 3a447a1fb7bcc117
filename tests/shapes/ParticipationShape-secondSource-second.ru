# A participation has a second second source.
#
# result: ParticipationShape-secondSource MaxCount <participation/AAA> cdce:secondSource -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <participation/AAA> cdce:secondSource <source/page> .
}
