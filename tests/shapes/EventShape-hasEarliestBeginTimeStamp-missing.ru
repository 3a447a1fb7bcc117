# An event lacks its earliest begin.
#
# result: EventShape-hasEarliestBeginTimeStamp MinCount <event/adoption> sem:hasEarliestBeginTimeStamp -

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/adoption> sem:hasEarliestBeginTimeStamp "2001-05-01"^^xsd:date .
}
