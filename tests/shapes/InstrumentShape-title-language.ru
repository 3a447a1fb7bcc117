# An instrument has two values of its title in one language.
#
# result: InstrumentShape-title UniqueLang <convention/1> dcterms:title -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <convention/1> dcterms:title "Another Convention sur les lacs clairs"@fr .
}
