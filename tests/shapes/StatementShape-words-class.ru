# The words of a statement are of another class.
#
# result: StatementShape-words Class <statement/lead-s1-03> cdce:words <statement/lead-s1-03#words>

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/lead-s1-03#words> a oa:SpecificResource .
} ;
INSERT DATA {
    <statement/lead-s1-03#words> a prov:Entity .
}
