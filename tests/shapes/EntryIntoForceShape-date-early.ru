# An instrument enters into force before the event can begin.
#
# result: EntryIntoForceShape-date SPARQL <event/entry-into-force> - "2002-04-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/entry-into-force> sem:hasEarliestBeginTimeStamp "2002-04-01"^^xsd:date .
    <event/entry-into-force> sem:hasLatestBeginTimeStamp "2002-04-01"^^xsd:date .
    <event/entry-into-force> sem:hasEarliestEndTimeStamp "2002-04-01"^^xsd:date .
    <event/entry-into-force> sem:hasLatestEndTimeStamp "2002-04-01"^^xsd:date .
} ;
INSERT DATA {
    <event/entry-into-force> sem:hasEarliestBeginTimeStamp "2002-04-02"^^xsd:date ; sem:hasLatestBeginTimeStamp "2002-04-02"^^xsd:date ;
        sem:hasEarliestEndTimeStamp "2002-04-02"^^xsd:date ; sem:hasLatestEndTimeStamp "2002-04-02"^^xsd:date .
}
