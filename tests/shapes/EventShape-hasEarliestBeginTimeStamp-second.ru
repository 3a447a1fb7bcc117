# An event has a second earliest day of its begin.
#
# result: EventShape-hasEarliestBeginTimeStamp MaxCount <event/session-1> sem:hasEarliestBeginTimeStamp -

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <event/session-1> sem:hasEarliestBeginTimeStamp "2002-06-30"^^xsd:date .
}
