# The day of the year of an observance has another datatype.
#
# result: ObservanceShape-recursOn Datatype <observance/lake-day> cdce:recursOn "--05-01"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <observance/lake-day> cdce:recursOn "--05-01"^^xsd:gMonthDay .
    <statement/day-of-year> rdf:object "--05-01"^^xsd:gMonthDay .
} ;
INSERT DATA {
    <observance/lake-day> cdce:recursOn "--05-01" .
    <statement/day-of-year> rdf:object "--05-01" .
}
