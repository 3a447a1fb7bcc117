# A link by foaf:page has no statement.
#
# result: LinkShape-evidence SPARQL <place/lakeby> foaf:page <http://things.example.net/lakeby>

BASE <https://lake.example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

INSERT DATA {
    <place/lakeby> foaf:page <http://things.example.net/lakeby> .
}
