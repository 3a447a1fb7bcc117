# A selector of offsets ends where it starts.
#
# result: PositionSelectorShape-start LessThan <section/lead#empty> oa:start "5"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <section/lead#empty> a oa:TextPositionSelector ; skos:prefLabel "empty"@en ; oa:start 5 ; oa:end 5 .
}
