# A participation has a second effective date.
#
# result: ParticipationShape-effectiveDate MaxCount <participation/BBB> cdce:effectiveDate -
# result: ParticipationShape-effectiveDate-rule Equals <participation/BBB> cdce:effectiveDate "2003-04-02"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <participation/BBB> cdce:effectiveDate "2003-04-02"^^xsd:date .
}
