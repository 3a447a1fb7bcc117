# The source of a statement is of another class.
#
# result: StatementShape-source Class <statement/adopted-by> dcterms:source <place/lakeby>

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <statement/adopted-by> dcterms:source <document/gazette> .
} ;
INSERT DATA {
    <statement/adopted-by> dcterms:source <place/lakeby> .
}
