# A section ends behind the end of the document.
#
# result: PlaceShape-inside SPARQL <section/views> - "228"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <section/views#position> oa:end 227 .
} ;
INSERT DATA {
    <section/views#position> oa:end 228 .
}
