# A declaration has a rule of entry into force.
#
# result: DeclarationShape-entryIntoForceRule MaxCount <declaration/1> cdce:entryIntoForceRule -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <declaration/1> cdce:entryIntoForceRule <rule/entry-into-force> .
}
