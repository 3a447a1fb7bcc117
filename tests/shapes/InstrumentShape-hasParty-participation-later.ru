# An instrument has a party that is bound only after the day of issue.
#
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/CCC>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <convention/1> cdce:hasParty <party/CCC> .
    <party/CCC> a cdce:State ; skos:prefLabel "Dryland"@en ; cdce:isPartyTo <convention/1> .
    <participation/CCC> a cdce:Participation ; skos:prefLabel "participation of Dryland"@en ;
        cdce:party <party/CCC> ; cdce:instrument <convention/1> ;
        cdce:depositDate "2009-12-01"^^xsd:date ; cdce:effectiveDate "2010-03-01"^^xsd:date ;
        cdce:effectiveDateByRule "2010-03-01"^^xsd:date ; cdce:firstSource <document/register> ;
        cdce:hasDeclarationOrReservation false .
}
