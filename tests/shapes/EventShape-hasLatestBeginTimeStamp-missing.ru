# An event lacks its latest begin.
#
# result: EventShape-hasLatestBeginTimeStamp MinCount <event/adoption> sem:hasLatestBeginTimeStamp -

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/adoption> sem:hasLatestBeginTimeStamp "2001-05-01"^^xsd:date .
}
