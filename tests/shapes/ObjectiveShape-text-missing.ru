# An objective lacks its text.
#
# result: ObjectiveShape-text MinCount <objective/1> schema:text -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <objective/1> schema:text "To keep every lake clear."@en .
}
