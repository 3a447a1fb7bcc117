# A named graph has a second licence.
#
# result: GraphShape-license MaxCount <graph/article> dcterms:license -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <graph/article> dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> .
}
