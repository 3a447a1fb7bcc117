# A rule of entry into force lacks its threshold.
#
# result: EntryIntoForceRuleShape-threshold MinCount <rule/entry-into-force> cdce:threshold -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <rule/entry-into-force> cdce:threshold 2 .
}
