# A link by owl:sameAs has no statement.
#
# result: LinkShape-evidence SPARQL <place/lakeby> owl:sameAs <http://things.example.net/lakeby>

BASE <https://lake.example.org/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
    <place/lakeby> owl:sameAs <http://things.example.net/lakeby> .
}
