# A concept publishes a document.
#
# result: AgentShape Or <concept/lake> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <document/gazette> dcterms:publisher <organization/lake-press> .
} ;
INSERT DATA {
    <document/gazette> dcterms:publisher <concept/lake> .
}
