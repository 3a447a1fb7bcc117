# A participation has a second mark of declarations.
#
# result: ParticipationShape-hasDeclarationOrReservation MaxCount <participation/AAA> cdce:hasDeclarationOrReservation -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <participation/AAA> cdce:hasDeclarationOrReservation false .
}
