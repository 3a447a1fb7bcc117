# An event ends at the earliest after it ends at the latest.
#
# result: EventShape-hasEarliestEndTimeStamp LessThanOrEquals <event/session-1> sem:hasEarliestEndTimeStamp "2002-08-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/session-1> sem:hasEarliestEndTimeStamp "2002-07-01"^^xsd:date .
} ;
INSERT DATA {
    <event/session-1> sem:hasEarliestEndTimeStamp "2002-08-01"^^xsd:date .
}
