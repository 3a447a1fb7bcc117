# An alternative label is the preferred one.
#
# result: LabelShape-altLabel Disjoint <concept/lake> skos:altLabel "lake"@en

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/lake> skos:altLabel "lake"@en .
}
