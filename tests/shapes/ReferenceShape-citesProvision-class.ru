# The cited provision of a footnote is of another class.
#
# result: ReferenceShape-citesProvision Class <reference/1> cdce:citesProvision <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <reference/1> cdce:citesProvision <article/2> .
} ;
INSERT DATA {
    <reference/1> cdce:citesProvision <place/lakeby> .
}
