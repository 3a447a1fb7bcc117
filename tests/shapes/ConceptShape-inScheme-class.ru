# The scheme of a concept is of another class.
#
# result: ConceptShape-inScheme Class <category/treaties> skos:inScheme <place/lakeby>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <category/treaties> skos:inScheme <categories> .
} ;
INSERT DATA {
    <category/treaties> skos:inScheme <place/lakeby> .
}
