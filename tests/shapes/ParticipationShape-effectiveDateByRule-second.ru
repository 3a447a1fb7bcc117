# A participation has a second day by the rule.
#
# result: ParticipationShape-effectiveDate-rule Equals <participation/BBB> cdce:effectiveDate "2003-04-02"^^xsd:date
# result: ParticipationShape-effectiveDateByRule MaxCount <participation/BBB> cdce:effectiveDateByRule -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <participation/BBB> cdce:effectiveDateByRule "2003-04-02"^^xsd:date .
}
