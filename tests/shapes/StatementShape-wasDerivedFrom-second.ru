# A statement has a second passage.
#
# result: DrawnStatementShape-words SPARQL <statement/lead-s1-01> - <statement/lead-s1-01#words>
# result: StatementShape-wasDerivedFrom MaxCount <statement/lead-s1-01> prov:wasDerivedFrom -

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

INSERT DATA {
    <statement/lead-s1-01> prov:wasDerivedFrom <passage/category-1> .
}
