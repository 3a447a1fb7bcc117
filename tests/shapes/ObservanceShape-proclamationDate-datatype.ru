# The date of proclamation of an observance has another datatype.
#
# result: ObservanceShape-proclamationDate Datatype <observance/lake-day> cdce:proclamationDate "2004-05-01"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <observance/lake-day> cdce:proclamationDate "2004-05-01"^^xsd:date .
    <statement/day-proclaimed> rdf:object "2004-05-01"^^xsd:date .
} ;
INSERT DATA {
    <observance/lake-day> cdce:proclamationDate "2004-05-01" .
    <statement/day-proclaimed> rdf:object "2004-05-01" .
}
