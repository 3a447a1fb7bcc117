# The defined term of an instrument is of another class.
#
# result: InstrumentShape-definesTerm Class <convention/1> cdce:definesTerm <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <convention/1> cdce:definesTerm <concept/lake> .
    <statement/lead-s1-03> rdf:object <concept/lake> .
} ;
INSERT DATA {
    <convention/1> cdce:definesTerm <place/lakeby> .
    <statement/lead-s1-03> rdf:object <place/lakeby> .
}
