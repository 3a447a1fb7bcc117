# A labelled thing has two values of its preferred label in one language.
#
# result: LabelShape-prefLabel UniqueLang <party/AAA> skos:prefLabel -

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <party/AAA> skos:prefLabel "Another Seeland"@de .
}
