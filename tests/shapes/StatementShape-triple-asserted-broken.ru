# The triple of an asserted statement is missing.
#
# result: StatementShape-triple-asserted SPARQL <statement/adoption-year> - <statement/adoption-year>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <convention/1> cdce:adoptionYear "2001"^^xsd:gYear .
}
