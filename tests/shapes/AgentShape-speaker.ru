# A concept makes a statement.
#
# result: AgentShape Or <concept/lake> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/session-count> prov:wasAttributedTo <organization/lake-press> .
} ;
INSERT DATA {
    <statement/session-count> prov:wasAttributedTo <concept/lake> .
}
