# A narrower concept does not have the concept as a broader one.
#
# result: BroaderConceptShape-inverse SPARQL <concept/water> - <concept/clarity>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/water> skos:narrower <concept/clarity> .
}
