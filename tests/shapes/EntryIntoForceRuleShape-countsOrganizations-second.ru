# A rule of entry into force has a second answer on organisations.
#
# result: EntryIntoForceRuleShape-countsOrganizations MaxCount <rule/entry-into-force> cdce:countsOrganizations -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <rule/entry-into-force> cdce:countsOrganizations false .
}
