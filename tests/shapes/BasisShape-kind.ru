# A definition rests on another concept.
#
# result: BasisShape Or <concept/lake> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <concept/clarity> cdce:restsOn <document/gazette> .
} ;
INSERT DATA {
    <concept/clarity> cdce:restsOn <concept/lake> .
}
