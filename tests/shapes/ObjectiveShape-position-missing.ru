# An objective lacks its position.
#
# result: ObjectiveShape-position MinCount <objective/1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <objective/1> schema:position 1 .
}
