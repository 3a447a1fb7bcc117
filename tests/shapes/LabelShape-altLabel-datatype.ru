# The alternative label of a labelled thing has another datatype.
#
# result: LabelShape-altLabel Datatype <agent/cataloguer> skos:altLabel "cataloguer"

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <agent/cataloguer> skos:altLabel "cataloguer"@en .
} ;
INSERT DATA {
    <agent/cataloguer> skos:altLabel "cataloguer" .
}
