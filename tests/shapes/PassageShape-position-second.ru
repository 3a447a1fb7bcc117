# A passage has a second position.
#
# result: PassageShape-position MaxCount <passage/lead-s1> schema:position -
# result: PassageShape-position-unique SPARQL <passage/lead-s1> - <passage/views-s1>
# result: PassageShape-position-unique SPARQL <passage/views-s1> - <passage/lead-s1>

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <passage/lead-s1> schema:position 2 .
}
