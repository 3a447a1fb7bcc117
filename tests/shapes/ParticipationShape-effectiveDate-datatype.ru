# The day from which a party is bound is a string.
#
# result: ParticipationShape-depositDate LessThanOrEquals <participation/BBB> cdce:depositDate "2003-01-01"^^xsd:date
# result: ParticipationShape-effectiveDate Datatype <participation/BBB> cdce:effectiveDate "2003-04-01"
# result: ParticipationShape-effectiveDate LessThanOrEquals <participation/BBB> cdce:effectiveDate "2003-04-01"
# result: ParticipationShape-effectiveDateByRule Datatype <participation/BBB> cdce:effectiveDateByRule "2003-04-01"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:effectiveDate "2003-04-01"^^xsd:date .
    <participation/BBB> cdce:effectiveDateByRule "2003-04-01"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:effectiveDate "2003-04-01" ; cdce:effectiveDateByRule "2003-04-01" .
}
