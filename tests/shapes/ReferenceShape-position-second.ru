# A footnote has a second position.
#
# result: ReferenceShape-position MaxCount <reference/1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <reference/1> schema:position 2 .
}
