# The former name of a party has another datatype.
#
# result: LabelShape-altLabel Datatype <party/AAA> skos:altLabel "Mereland"
# result: PartyShape-formerName Datatype <party/AAA> cdce:formerName "Mereland"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <party/AAA> cdce:formerName "Mereland"@en .
    <statement/former-name> rdf:object "Mereland"@en .
} ;
INSERT DATA {
    <party/AAA> cdce:formerName "Mereland" .
    <statement/former-name> rdf:object "Mereland" .
}
