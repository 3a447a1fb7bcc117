# Two parties have one code.
#
# result: CodeListShape-unique SPARQL cdce:alpha2Code - <party/AAA>
# result: CodeListShape-unique SPARQL cdce:alpha2Code - <party/BBB>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <party/BBB> skos:notation "BB"^^cdce:alpha2Code .
} ;
INSERT DATA {
    <party/BBB> skos:notation "AA"^^cdce:alpha2Code .
}
