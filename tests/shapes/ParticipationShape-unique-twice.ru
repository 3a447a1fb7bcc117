# A party has two participations in an instrument.
#
# result: ParticipationShape-unique SPARQL <participation/BBB-2> - <participation/BBB>
# result: ParticipationShape-unique SPARQL <participation/BBB> - <participation/BBB-2>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
    <participation/BBB-2> a cdce:Participation ; skos:prefLabel "second participation of Pondland"@en ;
        cdce:party <party/BBB> ; cdce:instrument <convention/1> ;
        cdce:depositDate "2009-12-01"^^xsd:date ; cdce:effectiveDate "2010-03-01"^^xsd:date ;
        cdce:effectiveDateByRule "2010-03-01"^^xsd:date ; cdce:firstSource <document/register> ;
        cdce:hasDeclarationOrReservation false .
}
