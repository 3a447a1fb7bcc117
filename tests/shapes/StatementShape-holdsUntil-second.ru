# A statement has a second last day.
#
# result: StatementShape-holdsUntil MaxCount <statement/count> cdce:holdsUntil -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <statement/count> cdce:holdsUntil "2008-12-02"^^xsd:date .
}
