# A rule of entry into force has a second delay.
#
# result: EntryIntoForceRuleShape-delay MaxCount <rule/entry-into-force> cdce:delay -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <rule/entry-into-force> cdce:delay "P91D"^^xsd:duration .
}
