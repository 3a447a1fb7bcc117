# The repair of a passage is of another class.
#
# result: PassageShape-repair Class <passage/views-s1> cdce:repair <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <passage/views-s1> cdce:repair <passage/views-s1#repair-1> .
} ;
INSERT DATA {
    <passage/views-s1> cdce:repair <place/lakeby> .
}
