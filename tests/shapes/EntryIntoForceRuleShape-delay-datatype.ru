# The delay of a rule of entry into force has another datatype.
#
# result: EntryIntoForceRuleShape-delay Datatype <rule/entry-into-force> cdce:delay "P90D"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <rule/entry-into-force> cdce:delay "P90D"^^xsd:duration .
} ;
INSERT DATA {
    <rule/entry-into-force> cdce:delay "P90D" .
}
