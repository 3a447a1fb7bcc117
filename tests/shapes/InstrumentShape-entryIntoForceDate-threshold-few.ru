# An instrument is in force with fewer deposits than its rule requires.
#
# result: InstrumentShape-entryIntoForceDate-threshold SPARQL <convention/1> - "2002-04-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <rule/entry-into-force> cdce:threshold 2 .
} ;
INSERT DATA {
    <rule/entry-into-force> cdce:threshold 3 .
}
