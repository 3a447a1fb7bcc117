# A document has two values of its title in one language.
#
# result: DocumentShape-title UniqueLang <document/gazette> dcterms:title -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <document/gazette> dcterms:title "Another Lake Gazette"@en .
}
