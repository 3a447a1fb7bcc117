# A thing has no label.
#
# result: DatasetShape-labelled SPARQL <dataset> - <place/lakeby>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <place/lakeby> skos:prefLabel "Lakeby"@en .
}
