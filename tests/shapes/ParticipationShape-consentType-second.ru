# A participation has a second type of consent.
#
# result: ParticipationShape-consentType MaxCount <participation/AAA> cdce:consentType -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX consent-type: <https://w3id.org/cdce/consent-type/>

INSERT DATA {
    <participation/AAA> cdce:consentType consent-type:acceptance .
}
