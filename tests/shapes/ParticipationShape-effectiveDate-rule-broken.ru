# A party is bound on another day than follows from the rule.
#
# result: ParticipationShape-effectiveDate-rule Equals <participation/BBB> cdce:effectiveDate "2003-04-01"^^xsd:date
# result: ParticipationShape-effectiveDate-rule Equals <participation/BBB> cdce:effectiveDate "2003-04-02"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:effectiveDate "2003-04-01"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:effectiveDate "2003-04-02"^^xsd:date .
}
