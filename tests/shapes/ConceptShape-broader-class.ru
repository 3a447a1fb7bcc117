# What is broader than a concept is not a concept.
#
# result: ConceptShape-broader Class <concept/clarity> skos:broader <organization/league>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/clarity> skos:broader <organization/league> .
}
