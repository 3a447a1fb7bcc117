# The rule of entry into force of an instrument is of another class.
#
# result: InstrumentShape-entryIntoForceRule Class <convention/1> cdce:entryIntoForceRule <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <convention/1> cdce:entryIntoForceRule <rule/entry-into-force> .
} ;
INSERT DATA {
    <convention/1> cdce:entryIntoForceRule <place/lakeby> .
}
