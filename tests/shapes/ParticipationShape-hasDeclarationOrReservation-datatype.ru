# The mark of declarations of a participation has another datatype.
#
# result: ParticipationShape-hasDeclarationOrReservation Datatype <participation/AAA> cdce:hasDeclarationOrReservation "true"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <participation/AAA> cdce:hasDeclarationOrReservation true .
} ;
INSERT DATA {
    <participation/AAA> cdce:hasDeclarationOrReservation "true" .
}
