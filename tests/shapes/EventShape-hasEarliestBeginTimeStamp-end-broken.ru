# An event ends at the earliest before it begins at the earliest.
#
# result: EventShape-hasEarliestBeginTimeStamp-end LessThanOrEquals <event/session-1> sem:hasEarliestBeginTimeStamp "2002-07-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/session-1> sem:hasEarliestEndTimeStamp "2002-07-01"^^xsd:date .
} ;
INSERT DATA {
    <event/session-1> sem:hasEarliestEndTimeStamp "2002-06-30"^^xsd:date .
}
