# The latest day of the begin of an event is a string.
#
# result: EventShape-hasEarliestBeginTimeStamp LessThanOrEquals <event/session-1> sem:hasEarliestBeginTimeStamp "2002-07-01"^^xsd:date
# result: EventShape-hasLatestBeginTimeStamp Datatype <event/session-1> sem:hasLatestBeginTimeStamp "2002-07-31"

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/session-1> sem:hasEarliestEndTimeStamp "2002-07-01"^^xsd:date .
    <event/session-1> sem:hasLatestEndTimeStamp "2002-07-31"^^xsd:date .
    <event/session-1> sem:hasLatestBeginTimeStamp "2002-07-31"^^xsd:date .
} ;
INSERT DATA {
    <event/session-1> sem:hasLatestBeginTimeStamp "2002-07-31" .
}
