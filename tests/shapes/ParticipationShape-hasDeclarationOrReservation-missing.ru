# A participation lacks its mark of declarations.
#
# result: ParticipationShape-hasDeclarationOrReservation MinCount <participation/AAA> cdce:hasDeclarationOrReservation -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/AAA> cdce:hasDeclarationOrReservation true .
}
