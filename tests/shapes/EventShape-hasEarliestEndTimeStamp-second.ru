# An event has a second earliest day of its end.
#
# result: EventShape-hasEarliestEndTimeStamp MaxCount <event/session-1> sem:hasEarliestEndTimeStamp -

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <event/session-1> sem:hasEarliestEndTimeStamp "2002-07-02"^^xsd:date .
}
