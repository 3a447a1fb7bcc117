# A participation lacks its date of deposit.
#
# result: ParticipationShape-depositDate MinCount <participation/BBB> cdce:depositDate -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <participation/BBB> cdce:depositDate "2003-01-01"^^xsd:date .
}
