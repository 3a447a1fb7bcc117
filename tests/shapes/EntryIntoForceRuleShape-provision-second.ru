# A rule of entry into force has a second provision.
#
# result: EntryIntoForceRuleShape-provision MaxCount <rule/entry-into-force> cdce:provision -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <rule/entry-into-force> cdce:provision <article/1> .
}
