# The words of a statement stand in another passage.
#
# result: DrawnStatementShape-words SPARQL <statement/lead-s1-03> - <statement/lead-s1-03#words>

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/lead-s1-03> prov:wasDerivedFrom <passage/lead-s1> .
} ;
INSERT DATA {
    <statement/lead-s1-03> prov:wasDerivedFrom <passage/views-s1> .
}
