# A code of a party is of no code list.
#
# result: PartyShape-notation Or <party/BBB> skos:notation "BBB"

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <party/BBB> skos:notation "BBB" .
}
