# A thing that is referred to is not described.
#
# result: DatasetShape-described SPARQL <dataset> - <place/nowhere>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:denotes <concept/lake> .
} ;
INSERT DATA {
    <wikilink/1> cdce:denotes <place/nowhere> .
}
