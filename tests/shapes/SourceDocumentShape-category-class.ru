# The category of a document that is read is of another class.
#
# result: SourceDocumentShape-category Class <source/page> cdce:category <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <source/page> cdce:category <category/treaties> .
    <statement/lead-s1-04> rdf:object <category/treaties> .
} ;
INSERT DATA {
    <source/page> cdce:category <place/lakeby> .
    <statement/lead-s1-04> rdf:object <place/lakeby> .
}
