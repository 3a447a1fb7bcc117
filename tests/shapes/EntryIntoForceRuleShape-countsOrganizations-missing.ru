# A rule of entry into force lacks its answer on organisations.
#
# result: EntryIntoForceRuleShape-countsOrganizations MinCount <rule/entry-into-force> cdce:countsOrganizations -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <rule/entry-into-force> cdce:countsOrganizations true .
}
