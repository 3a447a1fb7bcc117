# Who leaves after the day of issue is not a party.
#
# result: ParticipationShape-party-bound SPARQL <participation/BBB> - <party/BBB>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:endDate "2008-12-31"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:endDate "2010-06-01"^^xsd:date .
}
