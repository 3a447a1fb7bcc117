# Two passages have each other's positions.
#
# result: PassageShape-order SPARQL <passage/category-1> - <passage/views-i1>

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <passage/views-i1> schema:position 3 .
    <passage/category-1> schema:position 4 .
} ;
INSERT DATA {
    <passage/views-i1> schema:position 4 .
    <passage/category-1> schema:position 3 .
}
