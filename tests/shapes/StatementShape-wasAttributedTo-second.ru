# A statement has a second speaker.
#
# result: StatementShape-wasAttributedTo MaxCount <statement/session-count> prov:wasAttributedTo -

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

INSERT DATA {
    <statement/session-count> prov:wasAttributedTo <agent/authors> .
}
