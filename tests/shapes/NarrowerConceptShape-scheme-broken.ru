# A broader concept is in another scheme.
#
# result: NarrowerConceptShape-scheme SPARQL <concept/clarity> - <region/north>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/clarity> skos:broader <region/north> .
}
