# An instrument is adopted after the event has ended.
#
# result: AdoptionShape-date SPARQL <event/adoption> - "2001-05-01"^^xsd:date

BASE <https://lake.example.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <event/adoption> sem:hasEarliestBeginTimeStamp "2001-05-01"^^xsd:date .
    <event/adoption> sem:hasLatestBeginTimeStamp "2001-05-01"^^xsd:date .
    <event/adoption> sem:hasEarliestEndTimeStamp "2001-05-01"^^xsd:date .
    <event/adoption> sem:hasLatestEndTimeStamp "2001-05-01"^^xsd:date .
} ;
INSERT DATA {
    <event/adoption> sem:hasEarliestBeginTimeStamp "2001-04-30"^^xsd:date ; sem:hasLatestBeginTimeStamp "2001-04-30"^^xsd:date ;
        sem:hasEarliestEndTimeStamp "2001-04-30"^^xsd:date ; sem:hasLatestEndTimeStamp "2001-04-30"^^xsd:date .
}
