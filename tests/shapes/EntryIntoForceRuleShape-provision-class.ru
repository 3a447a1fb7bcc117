# The provision of a rule of entry into force is of another class.
#
# result: EntryIntoForceRuleShape-provision Class <rule/entry-into-force> cdce:provision <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <rule/entry-into-force> cdce:provision <article/2> .
} ;
INSERT DATA {
    <rule/entry-into-force> cdce:provision <place/lakeby> .
}
