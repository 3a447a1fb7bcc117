# A number of ratifying member states is asserted.
#
# result: HeadCountShape-ratifyingMemberStateCount MaxCount <convention/1> cdce:ratifyingMemberStateCount -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <statement/count> cdce:asserted false .
} ;
INSERT DATA {
    <statement/count> cdce:asserted true .
    <convention/1> cdce:ratifyingMemberStateCount 2 .
}
