# Two parties have one three-letter code.
#
# result: CodeListShape-unique SPARQL cdce:alpha3Code - <party/AAA>
# result: CodeListShape-unique SPARQL cdce:alpha3Code - <party/BBB>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <party/BBB> skos:notation "AAA"^^cdce:alpha3Code .
}
