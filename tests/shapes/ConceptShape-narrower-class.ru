# What is narrower than a concept is not a concept.
#
# result: ConceptShape-narrower Class <concept/clarity> skos:narrower <organization/league>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/clarity> skos:narrower <organization/league> .
    <organization/league> skos:broader <concept/clarity> .
}
