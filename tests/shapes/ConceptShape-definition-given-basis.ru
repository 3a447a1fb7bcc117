# The definition of a concept rests on nothing.
#
# result: ConceptShape-definition-given SPARQL <concept/clarity> - <concept/clarity>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <concept/clarity> cdce:restsOn <document/gazette> .
}
