# The threshold of a rule of entry into force is one less than the least.
#
# result: EntryIntoForceRuleShape-threshold MinInclusive <rule/entry-into-force> cdce:threshold "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <rule/entry-into-force> cdce:threshold 2 .
} ;
INSERT DATA {
    <rule/entry-into-force> cdce:threshold 0 .
}
