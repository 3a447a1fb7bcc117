# An instrument is in force only with a deposit that does not count.
#
# result: InstrumentShape-entryIntoForceDate-threshold SPARQL <convention/1> - "2002-04-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <rule/entry-into-force> cdce:countsOrganizations true .
} ;
INSERT DATA {
    <rule/entry-into-force> cdce:countsOrganizations false .
}
