# An event has a second latest day of its begin.
#
# result: EventShape-hasLatestBeginTimeStamp MaxCount <event/session-1> sem:hasLatestBeginTimeStamp -

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <event/session-1> sem:hasLatestBeginTimeStamp "2002-07-30"^^xsd:date .
}
