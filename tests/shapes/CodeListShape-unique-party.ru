# A party has two codes of one list.
#
# result: CodeListShape-unique SPARQL cdce:alpha2Code - <party/BBB>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <party/BBB> skos:notation "BC"^^cdce:alpha2Code .
}
