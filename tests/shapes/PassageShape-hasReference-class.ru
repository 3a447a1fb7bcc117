# The footnote of a passage is of another class.
#
# result: PassageShape-hasReference Class <passage/lead-s1> cdce:hasReference <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/lead-s1> cdce:hasReference <reference/1> .
} ;
INSERT DATA {
    <passage/lead-s1> cdce:hasReference <place/lakeby> .
}
