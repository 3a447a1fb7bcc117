# An objective has a second position.
#
# result: ObjectiveShape-position MaxCount <objective/1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <objective/1> schema:position 2 .
}
