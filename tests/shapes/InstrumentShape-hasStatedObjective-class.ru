# The stated objective of an instrument is of another class.
#
# result: InstrumentShape-hasStatedObjective Class <convention/1> cdce:hasStatedObjective <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <convention/1> cdce:hasStatedObjective <objective/1> .
    <statement/views-i1-01> rdf:object <objective/1> .
} ;
INSERT DATA {
    <convention/1> cdce:hasStatedObjective <place/lakeby> .
    <statement/views-i1-01> rdf:object <place/lakeby> .
}
