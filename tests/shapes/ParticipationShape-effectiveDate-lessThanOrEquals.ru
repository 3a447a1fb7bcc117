# A party leaves before it is bound.
#
# result: ParticipationShape-effectiveDate LessThanOrEquals <participation/BBB> cdce:effectiveDate "2003-04-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:endDate "2008-12-31"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:endDate "2003-03-31"^^xsd:date .
}
