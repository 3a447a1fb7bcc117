# A dataset lacks its licence.
#
# result: DatasetShape-license MinCount <dataset> dcterms:license -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> .
}
