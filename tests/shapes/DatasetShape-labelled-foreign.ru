# A thing has no label in English.
#
# result: DatasetShape-labelled SPARQL <dataset> - <place/lakeby>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <place/lakeby> skos:prefLabel "Lakeby"@en .
} ;
INSERT DATA {
    <place/lakeby> skos:prefLabel "Seedorf"@de .
}
