# A link by rdfs:seeAlso has no statement.
#
# result: LinkShape-evidence SPARQL <place/lakeby> rdfs:seeAlso <http://things.example.net/lakeby>

BASE <https://lake.example.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
    <place/lakeby> rdfs:seeAlso <http://things.example.net/lakeby> .
}
