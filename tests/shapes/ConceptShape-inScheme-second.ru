# A concept has a second scheme.
#
# result: ConceptShape-inScheme MaxCount <category/treaties> skos:inScheme -

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <category/treaties> skos:inScheme <regions> .
}
