# The threshold of a rule of entry into force has another datatype.
#
# result: EntryIntoForceRuleShape-threshold Datatype <rule/entry-into-force> cdce:threshold "2"^^xsd:int

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <rule/entry-into-force> cdce:threshold 2 .
} ;
INSERT DATA {
    <rule/entry-into-force> cdce:threshold "2"^^xsd:int .
}
