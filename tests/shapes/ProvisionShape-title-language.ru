# A provision has two values of its title in one language.
#
# result: ProvisionShape-title UniqueLang <article/1> dcterms:title -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <article/1> dcterms:title "Another Lakes"@en .
}
