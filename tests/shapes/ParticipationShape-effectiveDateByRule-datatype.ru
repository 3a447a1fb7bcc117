# The day that follows from the rule is a string.
#
# result: ParticipationShape-effectiveDate-given SPARQL <participation/BBB> - <participation/BBB>
# result: ParticipationShape-effectiveDate-rule Equals <participation/BBB> cdce:effectiveDate "2003-04-01"
# result: ParticipationShape-effectiveDateByRule Datatype <participation/BBB> cdce:effectiveDateByRule "2003-04-01"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:effectiveDate "2003-04-01"^^xsd:date .
    <participation/BBB> cdce:effectiveDateByRule "2003-04-01"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:effectiveDateByRule "2003-04-01" .
}
