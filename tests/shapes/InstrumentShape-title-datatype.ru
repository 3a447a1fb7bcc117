# The title of an instrument has another datatype.
#
# result: InstrumentShape-title Datatype <convention/1> dcterms:title "Convention sur les lacs clairs"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <convention/1> dcterms:title "Convention sur les lacs clairs"@fr .
} ;
INSERT DATA {
    <convention/1> dcterms:title "Convention sur les lacs clairs" .
}
