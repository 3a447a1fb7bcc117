# A statement lacks its speaker.
#
# result: StatementShape-wasAttributedTo MinCount <statement/session-count> prov:wasAttributedTo -

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <statement/session-count> prov:wasAttributedTo <organization/lake-press> .
}
