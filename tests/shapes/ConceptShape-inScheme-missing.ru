# A concept lacks its scheme.
#
# result: ConceptShape-inScheme MinCount <category/treaties> skos:inScheme -

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <category/treaties> skos:inScheme <categories> .
}
