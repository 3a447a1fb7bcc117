# The year of proclamation of an observance has another datatype.
#
# result: ObservanceShape-proclamationYear Datatype <observance/lake-day> cdce:proclamationYear "2004"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <observance/lake-day> cdce:proclamationYear "2004"^^xsd:gYear .
    <statement/day-year> rdf:object "2004"^^xsd:gYear .
} ;
INSERT DATA {
    <observance/lake-day> cdce:proclamationYear "2004" .
    <statement/day-year> rdf:object "2004" .
}
