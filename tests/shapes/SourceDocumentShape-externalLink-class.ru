# The external link of a document that is read is of another class.
#
# result: SourceDocumentShape-externalLink Class <source/page> cdce:externalLink <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <source/page> cdce:externalLink <document/gazette> .
} ;
INSERT DATA {
    <source/page> cdce:externalLink <place/lakeby> .
}
