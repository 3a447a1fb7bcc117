# No statement says that an event is a development too.
#
# result: KindShape-statement SPARQL <event/session-1> - cdce:HistoricalDevelopment

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <event/session-1> a cdce:HistoricalDevelopment .
}
