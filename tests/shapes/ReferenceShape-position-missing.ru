# A footnote lacks its position.
#
# result: ReferenceShape-position MinCount <reference/1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <reference/1> schema:position 1 .
}
