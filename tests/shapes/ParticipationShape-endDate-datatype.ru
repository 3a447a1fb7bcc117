# The day on which a party leaves is a string.
#
# result: ParticipationShape-effectiveDate LessThanOrEquals <participation/BBB> cdce:effectiveDate "2003-04-01"^^xsd:date
# result: ParticipationShape-endDate Datatype <participation/BBB> cdce:endDate "2008-12-31"
# result: ParticipationShape-party-bound SPARQL <participation/BBB> - <party/BBB>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:endDate "2008-12-31"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:endDate "2008-12-31" .
}
