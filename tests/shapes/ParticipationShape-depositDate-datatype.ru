# The date of deposit of a participation is a string.
#
# result: ParticipationShape-depositDate Datatype <participation/BBB> cdce:depositDate "2003-01-01"
# result: ParticipationShape-depositDate LessThanOrEquals <participation/BBB> cdce:depositDate "2003-01-01"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:depositDate "2003-01-01"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:depositDate "2003-01-01" .
}
