# The identifier of an instrument has another datatype.
#
# result: InstrumentShape-identifier Datatype <convention/1> dcterms:identifier "LC"@en

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <convention/1> dcterms:identifier "LC" .
} ;
INSERT DATA {
    <convention/1> dcterms:identifier "LC"@en .
}
