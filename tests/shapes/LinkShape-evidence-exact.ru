# A link by skos:exactMatch has no statement.
#
# result: LinkShape-evidence SPARQL <place/lakeby> skos:exactMatch <http://things.example.net/lakeby>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <place/lakeby> skos:exactMatch <http://things.example.net/lakeby> .
}
