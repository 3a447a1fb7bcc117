# A statement has a second first day.
#
# result: StatementShape-holdsFrom MaxCount <statement/count> cdce:holdsFrom -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <statement/count> cdce:holdsFrom "2003-01-02"^^xsd:date .
}
