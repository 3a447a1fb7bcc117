# A rule of entry into force lacks its delay.
#
# result: EntryIntoForceRuleShape-delay MinCount <rule/entry-into-force> cdce:delay -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <rule/entry-into-force> cdce:delay "P90D"^^xsd:duration .
}
