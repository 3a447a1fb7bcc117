# A section has a second position.
#
# result: SectionShape-position MaxCount <section/lead> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <section/lead> schema:position 2 .
}
