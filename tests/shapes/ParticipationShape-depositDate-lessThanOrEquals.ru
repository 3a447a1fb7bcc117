# A party is bound before it deposits its instrument.
#
# result: ParticipationShape-depositDate LessThanOrEquals <participation/BBB> cdce:depositDate "2003-04-02"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:depositDate "2003-01-01"^^xsd:date .
} ;
INSERT DATA {
    <participation/BBB> cdce:depositDate "2003-04-02"^^xsd:date .
}
