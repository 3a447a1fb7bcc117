# A dataset has a second licence.
#
# result: DatasetShape-license MaxCount <dataset> dcterms:license -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <dataset> dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> .
}
