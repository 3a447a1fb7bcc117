# The passage of a statement is of another class.
#
# result: StatementShape-wasDerivedFrom Class <statement/lead-s1-01> prov:wasDerivedFrom <place/lakeby>

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/lead-s1-01> prov:wasDerivedFrom <passage/lead-s1> .
} ;
INSERT DATA {
    <statement/lead-s1-01> prov:wasDerivedFrom <place/lakeby> .
}
