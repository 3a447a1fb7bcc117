# Two capital letters are a code of no code list.
#
# result: PartyShape-notation Or <party/BBB> skos:notation "BC"

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <party/BBB> skos:notation "BC" .
}
