# A statement rests on a passage and on a source outside the document.
#
# result: ModalityShape-origin SPARQL modality:claim - <statement/views-s1-02>

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <statement/views-s1-02> dcterms:source <document/gazette> .
}
