# The preferred label of a labelled thing has another datatype.
#
# result: LabelShape-prefLabel Datatype <party/AAA> skos:prefLabel "Seeland"

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <party/AAA> skos:prefLabel "Seeland"@de .
} ;
INSERT DATA {
    <party/AAA> skos:prefLabel "Seeland" .
}
