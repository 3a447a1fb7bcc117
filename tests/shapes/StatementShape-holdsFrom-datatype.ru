# The first day on which a statement holds is a string.
#
# result: StatementShape-holdsFrom Datatype <statement/count> cdce:holdsFrom "2003-01-01"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <statement/count> cdce:holdsFrom "2003-01-01"^^xsd:date .
    <statement/count> cdce:holdsUntil "2008-12-31"^^xsd:date .
} ;
INSERT DATA {
    <statement/count> cdce:holdsFrom "2003-01-01" .
}
