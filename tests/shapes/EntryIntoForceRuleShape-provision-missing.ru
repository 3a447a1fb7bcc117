# A rule of entry into force lacks its provision.
#
# result: EntryIntoForceRuleShape-provision MinCount <rule/entry-into-force> cdce:provision -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <rule/entry-into-force> cdce:provision <article/2> .
}
