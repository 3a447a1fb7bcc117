# Two parties have one numeric code.
#
# result: CodeListShape-unique SPARQL cdce:m49Code - <party/AAA>
# result: CodeListShape-unique SPARQL cdce:m49Code - <party/BBB>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <party/BBB> skos:notation "001"^^cdce:m49Code .
}
