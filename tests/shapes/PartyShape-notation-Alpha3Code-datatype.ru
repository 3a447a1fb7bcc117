# Three capital letters are a code of another code list.
#
# result: PartyShape-notation Or <party/BBB> skos:notation "BBC"^^cdce:m49Code

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <party/BBB> skos:notation "BBC"^^cdce:m49Code .
}
