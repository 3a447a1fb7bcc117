# No statement says that an instrument is a treaty too.
#
# result: KindShape-statement SPARQL <convention/1> - undo:Treaty

BASE <https://lake.example.org/>
PREFIX undo: <https://w3id.org/un/ontology/undo/>

INSERT DATA {
    <convention/1> a undo:Treaty .
}
