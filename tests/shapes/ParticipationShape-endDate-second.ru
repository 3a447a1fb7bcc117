# A participation has a second end.
#
# result: ParticipationShape-endDate MaxCount <participation/BBB> cdce:endDate -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <participation/BBB> cdce:endDate "2008-12-02"^^xsd:date .
}
