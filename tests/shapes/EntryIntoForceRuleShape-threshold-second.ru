# A rule of entry into force has a second threshold.
#
# result: EntryIntoForceRuleShape-threshold MaxCount <rule/entry-into-force> cdce:threshold -
# result: InstrumentShape-entryIntoForceDate-threshold SPARQL <convention/1> - "2002-04-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <rule/entry-into-force> cdce:threshold 3 .
}
