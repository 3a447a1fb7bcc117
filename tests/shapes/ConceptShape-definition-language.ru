# A concept has two values of its definition in one language.
#
# result: ConceptShape-definition UniqueLang <concept/clarity> skos:definition -

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <concept/clarity> skos:definition "Another The state of water that lets light through."@en .
}
