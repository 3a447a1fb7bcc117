# A party is bound before the instrument enters into force.
#
# result: ParticipationShape-effectiveDate-start SPARQL <participation/BBB> - "2002-03-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:depositDate "2003-01-01"^^xsd:date .
    <participation/BBB> cdce:effectiveDate "2003-04-01"^^xsd:date .
    <participation/BBB> cdce:effectiveDateByRule "2003-04-01"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:depositDate "2001-12-01"^^xsd:date ;
        cdce:effectiveDate "2002-03-01"^^xsd:date ;
        cdce:effectiveDateByRule "2002-03-01"^^xsd:date .
}
