# Nobody knows from when a party is bound.
#
# result: ParticipationShape-effectiveDate-given SPARQL <participation/BBB> - <participation/BBB>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:effectiveDate "2003-04-01"^^xsd:date .
    <participation/BBB> cdce:effectiveDateByRule "2003-04-01"^^xsd:date .
}
