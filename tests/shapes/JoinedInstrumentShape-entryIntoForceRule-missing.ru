# The instrument of a participation has no rule of entry into force.
#
# result: JoinedInstrumentShape-entryIntoForceRule MinCount <convention/1> cdce:entryIntoForceRule -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <convention/1> cdce:entryIntoForceRule <rule/entry-into-force> .
}
