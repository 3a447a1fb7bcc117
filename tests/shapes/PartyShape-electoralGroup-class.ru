# The electoral group of a party is of another class.
#
# result: PartyShape-electoralGroup Class <party/AAA> cdce:electoralGroup <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <party/AAA> cdce:electoralGroup <electoral-group/i> .
} ;
INSERT DATA {
    <party/AAA> cdce:electoralGroup <place/lakeby> .
}
