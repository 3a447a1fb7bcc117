# A related concept is narrower.
#
# result: RelatedConceptShape-broader SPARQL <concept/water> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/water> skos:related <concept/lake> .
}
