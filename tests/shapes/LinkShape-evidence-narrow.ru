# A link by skos:narrowMatch has no statement.
#
# result: LinkShape-evidence SPARQL <place/lakeby> skos:narrowMatch <http://things.example.net/lakeby>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <place/lakeby> skos:narrowMatch <http://things.example.net/lakeby> .
}
