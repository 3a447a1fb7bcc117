# An event has a second latest day of its end.
#
# result: EventShape-hasLatestEndTimeStamp MaxCount <event/session-1> sem:hasLatestEndTimeStamp -

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <event/session-1> sem:hasLatestEndTimeStamp "2002-08-01"^^xsd:date .
}
