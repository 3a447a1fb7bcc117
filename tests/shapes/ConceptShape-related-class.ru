# The related concept of a concept is of another class.
#
# result: ConceptShape-related Class <concept/lake> skos:related <place/lakeby>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <concept/lake> skos:related <concept/clarity> .
} ;
INSERT DATA {
    <concept/lake> skos:related <place/lakeby> .
}
