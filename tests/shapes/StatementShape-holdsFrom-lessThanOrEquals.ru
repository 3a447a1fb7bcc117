# A statement holds from a day later than the one until which it holds.
#
# result: StatementShape-holdsFrom LessThanOrEquals <statement/count> cdce:holdsFrom "2009-01-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <statement/count> cdce:holdsFrom "2003-01-01"^^xsd:date .
} ;
INSERT DATA {
    <statement/count> cdce:holdsFrom "2009-01-01"^^xsd:date .
}
