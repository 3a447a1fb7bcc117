# A participation has a second date of deposit.
#
# result: ParticipationShape-depositDate MaxCount <participation/BBB> cdce:depositDate -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <participation/BBB> cdce:depositDate "2003-01-02"^^xsd:date .
}
