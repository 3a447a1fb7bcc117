# A concept has no definition.
#
# result: ConceptShape-definition-given SPARQL <concept/clarity> - <concept/clarity>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <concept/clarity> skos:definition "The state of water that lets light through."@en .
}
