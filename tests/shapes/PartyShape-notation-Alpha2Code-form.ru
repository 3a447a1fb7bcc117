# A two-letter code has small letters.
#
# result: PartyShape-notation Or <party/BBB> skos:notation "bb"^^cdce:alpha2Code

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <party/BBB> skos:notation "BB"^^cdce:alpha2Code .
} ;
INSERT DATA {
    <party/BBB> skos:notation "bb"^^cdce:alpha2Code .
}
