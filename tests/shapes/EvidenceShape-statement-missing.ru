# A triple that needs evidence has no statement.
#
# result: EvidenceShape-statement SPARQL cdce:promotes - <convention/1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <convention/1> cdce:promotes <concept/water> .
}
