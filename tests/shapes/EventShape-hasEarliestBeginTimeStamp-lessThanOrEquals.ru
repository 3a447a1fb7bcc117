# An event begins at the earliest after it begins at the latest.
#
# result: EventShape-hasEarliestBeginTimeStamp LessThanOrEquals <event/session-1> sem:hasEarliestBeginTimeStamp "2002-07-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/session-1> sem:hasLatestBeginTimeStamp "2002-07-31"^^xsd:date .
} ;
INSERT DATA {
    <event/session-1> sem:hasLatestBeginTimeStamp "2002-06-30"^^xsd:date .
}
