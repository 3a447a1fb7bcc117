# A related concept is broader.
#
# result: RelatedConceptShape-broader SPARQL <concept/lake> - <concept/water>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/lake> skos:related <concept/water> .
}
