# An instrument is adopted in another year than its date says.
#
# result: InstrumentShape-adoptionYear-date SPARQL <convention/1> - "2002"^^xsd:gYear

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <convention/1> cdce:adoptionYear "2001"^^xsd:gYear .
    <statement/adoption-year> rdf:object "2001"^^xsd:gYear .
} ;
INSERT DATA {
    <convention/1> cdce:adoptionYear "2002"^^xsd:gYear .
    <statement/adoption-year> rdf:object "2002"^^xsd:gYear .
}
