# Two passages have one position.
#
# result: PassageShape-position-unique SPARQL <passage/category-1> - <passage/views-i1>
# result: PassageShape-position-unique SPARQL <passage/views-i1> - <passage/category-1>

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <passage/category-1> schema:position 4 .
} ;
INSERT DATA {
    <passage/category-1> schema:position 3 .
}
