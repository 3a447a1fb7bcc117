# A participation has a second party.
#
# result: ParticipationShape-party MaxCount <participation/BBB> cdce:party -
# result: ParticipationShape-unique SPARQL <participation/AAA> - <participation/BBB>
# result: ParticipationShape-unique SPARQL <participation/BBB> - <participation/AAA>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <participation/BBB> cdce:party <party/AAA> .
}
