# The position of a section has another datatype.
#
# result: SectionShape-position Datatype <section/lead> schema:position "1"^^xsd:int

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <section/lead> schema:position 1 .
} ;
INSERT DATA {
    <section/lead> schema:position "1"^^xsd:int .
}
