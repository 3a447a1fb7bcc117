# The type of consent of a participation is not in its list.
#
# result: ParticipationShape-consentType In <participation/AAA> cdce:consentType <concept/clarity>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX consent-type: <https://w3id.org/cdce/consent-type/>

DELETE DATA {
    <participation/AAA> cdce:consentType consent-type:ratification .
} ;
INSERT DATA {
    <participation/AAA> cdce:consentType <concept/clarity> .
}
