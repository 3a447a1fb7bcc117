# An objective rests on a document.
#
# result: ObjectiveShape-restsOn Class <objective/1> cdce:restsOn <document/gazette>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <objective/1> cdce:restsOn <passage/views-i1> .
} ;
INSERT DATA {
    <objective/1> cdce:restsOn <document/gazette> .
}
