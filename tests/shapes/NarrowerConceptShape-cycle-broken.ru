# Two concepts are broader than each other.
#
# result: NarrowerConceptShape-cycle SPARQL <concept/lake> - <concept/lake>
# result: NarrowerConceptShape-cycle SPARQL <concept/water> - <concept/water>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/water> skos:broader <concept/lake> .
}
