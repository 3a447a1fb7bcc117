# The licence of a dataset is a literal.
#
# result: DatasetShape-license NodeKind <dataset> dcterms:license "https://creativecommons.org/licenses/by-sa/4.0/"

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <dataset> dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> .
} ;
INSERT DATA {
    <dataset> dcterms:license "https://creativecommons.org/licenses/by-sa/4.0/" .
}
