# A convention has no title in English.
#
# result: ConventionShape-title QualifiedMinCount <convention/1> dcterms:title -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <convention/1> dcterms:title "Convention on Clear Lakes"@en .
}
