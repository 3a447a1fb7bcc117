# The answer on organisations of a rule of entry into force has another datatype.
#
# result: EntryIntoForceRuleShape-countsOrganizations Datatype <rule/entry-into-force> cdce:countsOrganizations "true"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <rule/entry-into-force> cdce:countsOrganizations true .
} ;
INSERT DATA {
    <rule/entry-into-force> cdce:countsOrganizations "true" .
}
