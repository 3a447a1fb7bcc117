# A passage lacks its position.
#
# result: PassageShape-position MinCount <passage/lead-s1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <passage/lead-s1> schema:position 1 .
}
