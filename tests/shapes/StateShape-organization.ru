# A State is an organisation of States too.
#
# result: StateShape Not <party/XU> - <party/XU>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <party/XU> a cdce:State .
}
