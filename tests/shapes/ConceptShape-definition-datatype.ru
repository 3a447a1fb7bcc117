# The definition of a concept has another datatype.
#
# result: ConceptShape-definition Datatype <concept/clarity> skos:definition "The state of water that lets light through."

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <concept/clarity> skos:definition "The state of water that lets light through."@en .
} ;
INSERT DATA {
    <concept/clarity> skos:definition "The state of water that lets light through." .
}
