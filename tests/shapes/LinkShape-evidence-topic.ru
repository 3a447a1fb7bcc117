# A link by foaf:isPrimaryTopicOf has no statement.
#
# result: LinkShape-evidence SPARQL <place/lakeby> foaf:isPrimaryTopicOf <http://things.example.net/lakeby>

BASE <https://lake.example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

INSERT DATA {
    <place/lakeby> foaf:isPrimaryTopicOf <http://things.example.net/lakeby> .
}
