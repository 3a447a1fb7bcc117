# The title of a provision has another datatype.
#
# result: ProvisionShape-title Datatype <article/1> dcterms:title "Lakes"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <article/1> dcterms:title "Lakes"@en .
} ;
INSERT DATA {
    <article/1> dcterms:title "Lakes" .
}
