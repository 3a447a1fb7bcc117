# A repair changes nothing.
#
# result: RepairShape-start LessThan <passage/lead-s1#repair-2> oa:start "5"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
    <passage/lead-s1#repair-2> a cdce:Repair ; skos:prefLabel "repair 2"@en ;
        oa:hasSource <source/page> ; oa:start 5 ; oa:end 5 ;
        cdce:originalText "" ; cdce:repairedText "x" ; cdce:repairRule "none"@en .
}
