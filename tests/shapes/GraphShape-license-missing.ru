# A named graph lacks its licence.
#
# result: GraphShape-license MinCount <graph/article> dcterms:license -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <graph/article> dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> .
}
