# A section lacks its position.
#
# result: SectionShape-position MinCount <section/lead> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <section/lead> schema:position 1 .
}
