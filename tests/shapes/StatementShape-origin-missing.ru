# A statement from outside has no source.
#
# result: StatementShape-origin MinCount <statement/session-count> - -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <statement/session-count> dcterms:source <document/gazette> .
}
